package org.postpurchase.site.reward;

import java.util.Locale;
import java.util.Optional;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.reward.CodeForm;
import org.postpurchase.site.Carts;
import org.postpurchase.site.ShopTexts;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * A code that a mail's link has brought to the cart: offered with a button there, for the rest of
 * the session, until the cart has it. Nothing is looked up or reserved by looking at it.
 */
public final class OfferedCode {
  private static final String ATTRIBUTE = "ppOfferedCode";
  private static final String FORM = "[A-Z0-9][A-Z0-9-]{2,39}";

  private final ShopTexts texts;

  public OfferedCode(ShopTexts texts) {
    this.texts = texts;
  }

  /**
   * The code to offer in the cart; empty when there is none or the cart has it.
   *
   * @param linked as the request has it; null for none
   */
  public Optional<View> in(Object cart, Object linked, Locale locale) {
    String code = linked == null ? kept() : keep(CodeForm.of(String.valueOf(linked)));
    Order order = Carts.open(cart).orElse(null);
    if (code.isEmpty() || (order != null && has(order, code))) {
      return Optional.empty();
    }
    boolean isEmpty = order == null || order.getOrderItems().isEmpty();
    String key = isEmpty ? "PostPurchase_Codes_Waiting" : "PostPurchase_Codes_Offered";
    return Optional.of(
        new View(
            code,
            texts.get(key, locale, code),
            isEmpty ? "" : texts.get("PostPurchase_Codes_Use", locale, code),
            texts.language(locale)));
  }

  private static boolean has(Order order, String code) {
    for (OfferCode added : order.getAddedOfferCodes()) {
      if (added.getOfferCode() != null && CodeForm.of(added.getOfferCode()).equals(code)) {
        return true;
      }
    }
    return false;
  }

  private static String keep(String code) {
    if (!code.matches(FORM)) {
      return "";
    }
    request().ifPresent(r -> r.setAttribute(ATTRIBUTE, code, RequestAttributes.SCOPE_SESSION));
    return code;
  }

  private static String kept() {
    return request()
        .map(r -> r.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_SESSION))
        .map(String::valueOf)
        .orElse("");
  }

  private static Optional<WebRequest> request() {
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    return context == null ? Optional.empty() : Optional.ofNullable(context.getWebRequest());
  }

  /** */
  public static final class View {
    public final String code;
    public final String text;

    /** Empty while there is nothing in the cart. */
    public final String button;

    public final String language;

    View(String code, String text, String button, String language) {
      this.code = code;
      this.text = text;
      this.button = button;
      this.language = language;
    }
  }
}
