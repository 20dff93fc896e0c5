package org.postpurchase.site.preferences;

import java.util.Locale;
import org.postpurchase.restraint.OptInCheck;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopTexts;

/** What the page of one check shows, in one language. Getters for the page's template. */
final class ConfirmView {
  private static final String KEY = "PostPurchase_Confirm_";
  private static final String ASK = "ASK";
  private static final String DONE = "DONE";

  private final String state;
  private final Locale locale;

  /** What was ticked; empty on a page about a bad link. */
  public final String quote;

  private final ShopTexts texts;
  private final Shop shop;

  ConfirmView(String state, Locale locale, String quote, ShopTexts texts, Shop shop) {
    this.state = state;
    this.locale = locale;
    this.quote = quote;
    this.texts = texts;
    this.shop = shop;
  }

  static ConfirmView of(OptInCheck check, ShopTexts texts, Shop shop) {
    String state = check.confirmedAt().isPresent() ? DONE : ASK;
    Locale locale = LocaleCode.plain(LocaleCode.parse(check.localeCode));
    return new ConfirmView(state, locale, check.textShown, texts, shop);
  }

  Locale locale() {
    return locale;
  }

  public String getLanguage() {
    return texts.language(locale);
  }

  public String getShopName() {
    return LocalText.in(shop.name, locale);
  }

  public String getShopUrl() {
    return shop.url;
  }

  public String getSupport() {
    return shop.supportEmail;
  }

  public boolean isAsking() {
    return state.equals(ASK);
  }

  public boolean isDone() {
    return state.equals(DONE);
  }

  public boolean isProblem() {
    return !isAsking() && !isDone();
  }

  public String getHeading() {
    return text("Heading_" + state);
  }

  public String getIntro() {
    return text("Text_" + state);
  }

  public String text(String name) {
    return texts.get(KEY + name, locale, shop.name);
  }
}
