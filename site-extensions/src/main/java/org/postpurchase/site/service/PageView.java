package org.postpurchase.site.service;

import java.util.Locale;

/** What all of these pages show. Getters for page templates. */
abstract class PageView {
  final ServiceWords words;
  private final Locale locale;
  public final String heading;
  public final String intro;

  /** Whether there is something to send. */
  public final boolean form;

  private String notice = "";

  PageView(ServiceWords words, Locale locale, String heading, String intro, boolean form) {
    this.words = words;
    this.locale = locale;
    this.heading = heading;
    this.intro = intro;
    this.form = form;
  }

  /** The same page with what was wrong above its form. */
  PageView because(String problem, Object... values) {
    notice = words.of("Problem_" + problem, locale, values);
    return this;
  }

  Locale locale() {
    return locale;
  }

  public String getLanguage() {
    return words.language(locale);
  }

  public String getShopName() {
    return words.shop.name;
  }

  public String getShopUrl() {
    return words.shop.url;
  }

  public String getSupport() {
    return words.shop.supportEmail;
  }

  public String getNotice() {
    return notice;
  }

  public String text(String name) {
    return words.of(name, locale);
  }
}
