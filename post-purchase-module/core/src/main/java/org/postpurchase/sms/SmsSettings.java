package org.postpurchase.sms;

import java.net.URI;
import org.postpurchase.shared.PostPurchaseException;

/** How this shop sends text messages. Its {@link #toString} shows no secret. Immutable. */
public final class SmsSettings {
  private static final String TWILIO = "https://api.twilio.com";

  /** Nothing is sent. */
  public static final SmsSettings OFF = new SmsSettings("", "", "", "", "", "");

  /** Empty for none. */
  public final String account;

  final String token;

  /** A number in E.164, or the name that readers see. */
  public final String from;

  /** Chooses among several numbers; empty for none. */
  public final String service;

  /** Where the provider's interface is, without a slash at its end. */
  public final String baseUrl;

  /** Under which the provider reaches the shop's site, without a slash at its end. */
  public final String publicUrl;

  private SmsSettings(
      String account, String token, String from, String service, String baseUrl, String publicUrl) {
    this.account = account;
    this.token = token;
    this.from = from;
    this.service = service;
    this.baseUrl = baseUrl;
    this.publicUrl = publicUrl;
  }

  /**
   * @param account empty switches text messages off, whatever else is set
   * @throws PostPurchaseException naming the property that is wrong or missing
   */
  public static SmsSettings of(
      String account, String token, String from, String service, String baseUrl, String publicUrl) {
    if (account.trim().isEmpty()) {
      return OFF;
    }
    require(!token.trim().isEmpty(), "postpurchase.sms.token", "is empty");
    require(
        !from.trim().isEmpty() || !service.trim().isEmpty(),
        "postpurchase.sms.from",
        "is empty, and so is postpurchase.sms.service: one of them says who sends");
    String base = baseUrl.trim().isEmpty() ? TWILIO : baseUrl.trim();
    return new SmsSettings(
        account.trim(),
        token.trim(),
        from.trim(),
        service.trim(),
        url("postpurchase.sms.base-url", base),
        url("postpurchase.sms.public-url", publicUrl.trim()));
  }

  public boolean isOn() {
    return !account.isEmpty();
  }

  private static String url(String property, String value) {
    String plain = value.replaceAll("/+$", "");
    try {
      URI uri = URI.create(plain);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      require(http && uri.getHost() != null, property, "is '" + value + "', but must be a URL");
      return plain;
    } catch (IllegalArgumentException e) {
      throw new PostPurchaseException(
          "The property " + property + " is '" + value + "', but must be a URL.", e);
    }
  }

  private static void require(boolean holds, String property, String wrong) {
    if (!holds) {
      throw new PostPurchaseException("The property " + property + " " + wrong + ".");
    }
  }

  @Override
  public String toString() {
    return isOn()
        ? "SMS by " + baseUrl + " from " + (service.isEmpty() ? from : service)
        : "no SMS";
  }
}
