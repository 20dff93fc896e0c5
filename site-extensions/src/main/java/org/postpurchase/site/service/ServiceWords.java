package org.postpurchase.site.service;

import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopTexts;

/** Sentences of the pages, in the reader's language. */
final class ServiceWords {
  private static final String KEY = "PostPurchase_Service_";

  final ShopTexts texts;
  final Shop shop;

  public ServiceWords(ShopTexts texts, Shop shop) {
    this.texts = texts;
    this.shop = shop;
  }

  /** The visitor's wish, or the shop's language. */
  Locale asked(HttpServletRequest request) {
    return request.getHeader("Accept-Language") == null ? shop.locale : request.getLocale();
  }

  String of(String name, Locale locale, Object... values) {
    return texts.get(KEY + name, locale, values);
  }

  String language(Locale locale) {
    return texts.language(locale);
  }
}
