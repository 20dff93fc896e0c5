package org.postpurchase.site.basket;

import java.util.List;
import java.util.Locale;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopTexts;

/** What the reader of a basket link sees: goods, and nothing about anybody. */
final class BasketPage {
  private static final String KEY = "PostPurchase_Basket_";

  private final ShopTexts texts;
  private final Shop shop;
  private final Locale locale;
  public final List<Line> lines;

  BasketPage(ShopTexts texts, Shop shop, Locale locale, List<Line> lines) {
    this.texts = texts;
    this.shop = shop;
    this.locale = locale;
    this.lines = lines;
  }

  /** One product with its quantity. */
  public static final class Line {
    private final long productId;
    public final String name;
    public final int quantity;

    Line(long productId, String name, int quantity) {
      this.productId = productId;
      this.name = name;
      this.quantity = quantity;
    }

    long productId() {
      return productId;
    }
  }

  public String getLanguage() {
    return texts.language(locale);
  }

  /** Whether there is anything to put into the basket. */
  public boolean isGood() {
    return !lines.isEmpty();
  }

  public String getTitle() {
    return getHeading() + " \u00b7 " + shop.name;
  }

  public String getHeading() {
    return word(isGood() ? "Heading" : "Gone_Heading");
  }

  public String getMessage() {
    return word(isGood() ? "Text" : "Gone_Text");
  }

  public String getButton() {
    return word("Button");
  }

  public String getToShop() {
    return word("ToShop");
  }

  private String word(String name) {
    return texts.get(KEY + name, locale);
  }
}
