package org.postpurchase.site.redeem;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Leads the block's forms to what they do, under the address of the page that the block is on: a
 * store whose rules send one of them to https sends the form there too.
 */
final class RedeemMapping extends SimpleUrlHandlerMapping {
  private static final String CHECKOUT = "/checkout";
  private static final String BELOW = "/post-purchase/points";
  static final String IN_CART = "/cart" + BELOW;
  static final String AT_CHECKOUT = CHECKOUT + BELOW;

  public RedeemMapping(HttpRequestHandler handler) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    Map<String, Object> paths = new HashMap<>();
    paths.put(IN_CART, handler);
    paths.put(AT_CHECKOUT, handler);
    setUrlMap(paths);
  }

  /** Where the forms of the block on that page go. */
  static String actionOn(String page) {
    return page.equals(CHECKOUT) || page.startsWith(CHECKOUT + "/") ? AT_CHECKOUT : IN_CART;
  }
}
