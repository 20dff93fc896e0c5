package org.postpurchase.site.unsubscribe;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopTexts;

/** Everything that the template shows, in one language. */
final class UnsubscribePage {
  private static final String KEY = "PostPurchase_Unsubscribe_";

  /** What the page has to say; names are parts of message keys too. */
  enum State {
    ASK(HttpServletResponse.SC_OK),
    ALREADY(HttpServletResponse.SC_OK),
    DONE(HttpServletResponse.SC_OK),
    RESUMED(HttpServletResponse.SC_OK),
    TAMPERED(HttpServletResponse.SC_BAD_REQUEST),
    EXPIRED(HttpServletResponse.SC_GONE),
    UNKNOWN(HttpServletResponse.SC_NOT_FOUND),
    FAILED(HttpServletResponse.SC_SERVICE_UNAVAILABLE);

    final int status;

    State(int status) {
      this.status = status;
    }
  }

  final State state;
  final Locale locale;
  private final ShopTexts texts;
  private final Shop shop;

  /** The address that it is about, partly hidden; empty on a page about a bad link. */
  public final String address;

  UnsubscribePage(State state, Locale locale, ShopTexts texts, Shop shop, String address) {
    this.state = requireNonNull(state, "state");
    this.locale = requireNonNull(locale, "locale");
    this.texts = requireNonNull(texts, "texts");
    this.shop = requireNonNull(shop, "shop");
    this.address = requireNonNull(address, "address");
  }

  public String getLanguage() {
    return texts.language(locale);
  }

  public String getShopName() {
    return shop.name;
  }

  public String getShopUrl() {
    return shop.url;
  }

  public String getTitle() {
    return text("Title");
  }

  public String getHeading() {
    return text("Heading_" + state);
  }

  public String getMessage() {
    return text("Text_" + state);
  }

  public String getAddressLabel() {
    return text("Address");
  }

  /** What still comes; empty on a page about a bad link. */
  public String getRemains() {
    return address.isEmpty() ? "" : text("Remains");
  }

  /** Whether there is something to press. */
  public boolean isAsking() {
    return state == State.ASK;
  }

  /** Whether it tells of something that went well. */
  public boolean isDone() {
    return state == State.DONE || state == State.ALREADY || state == State.RESUMED;
  }

  /** Whether it can be taken back here. */
  public boolean isResumable() {
    return state == State.DONE || state == State.ALREADY;
  }

  /** What the reader agrees to by taking it back. */
  public String getResumeText() {
    return text("ResumeText");
  }

  public String getResumeButton() {
    return text("ResumeButton");
  }

  /** Whether it tells of something that went wrong. */
  public boolean isProblem() {
    return !isAsking() && !isDone();
  }

  public String getButton() {
    return text("Button");
  }

  public String getToShop() {
    return text("ToShop");
  }

  public String getHelp() {
    return text("Help");
  }

  /** Where to write to; empty if the shop has not said. */
  public String getSupport() {
    return shop.supportEmail;
  }

  private String text(String name) {
    return texts.get(KEY + name, locale, shop.name);
  }
}
