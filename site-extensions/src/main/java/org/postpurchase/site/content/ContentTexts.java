package org.postpurchase.site.content;

import java.util.Locale;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopTexts;

/** Words around content and recommendations, in the reader's language. */
final class ContentTexts {
  private static final String KEY = "PostPurchase_Content_";

  final ShopTexts texts;
  final Shop shop;

  public ContentTexts(ShopTexts texts, Shop shop) {
    this.texts = texts;
    this.shop = shop;
  }

  public String of(String name, Locale locale, Object... values) {
    return texts.get(KEY + name, locale, values);
  }

  public String language(Locale locale) {
    return texts.language(locale);
  }
}
