package org.postpurchase.site.review;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopTexts;

/** Sentences, names and days of our pages about reviews, in the reader's language. */
final class ReviewWords {
  private static final String KEY = "PostPurchase_Review_";

  final ShopTexts texts;
  final Shop shop;

  public ReviewWords(ShopTexts texts, Shop shop) {
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

  /** A day in the shop's zone, without its weekday. */
  String day(Instant moment, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language(locale)))
        .format(moment.atZone(shop.zone));
  }
}
