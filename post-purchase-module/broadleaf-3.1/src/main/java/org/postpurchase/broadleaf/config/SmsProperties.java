package org.postpurchase.broadleaf.config;

import org.postpurchase.sms.SmsSettings;

/** The {@code postpurchase.sms.*} properties. Nothing is sent while no account is named. */
public final class SmsProperties {
  private String account = "";
  private String token = "";
  private String from = "";
  private String service = "";
  private String baseUrl = "";
  private String publicUrl = "";

  public void setAccount(String account) {
    this.account = account;
  }

  /** A secret; never shown or logged. */
  public void setToken(String token) {
    this.token = token;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public void setService(String service) {
    this.service = service;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** Under which the provider reaches the site; empty: the shop's address. */
  public void setPublicUrl(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  SmsSettings settings(String shopUrl) {
    String url = publicUrl.trim().isEmpty() ? shopUrl : publicUrl;
    return SmsSettings.of(account, token, from, service, baseUrl, url);
  }
}
