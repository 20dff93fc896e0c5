package org.postpurchase.site.redeem;

import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/**
 * Leads the block's forms to what they do, under the address of the page that the block is on: a
 * store whose rules send one of them to https sends the form there too.
 */
final class RedeemMapping extends PlainMapping {
  private static final String CHECKOUT = "/checkout";
  private static final String BELOW = "/post-purchase/points";
  static final String IN_CART = "/cart" + BELOW;
  static final String AT_CHECKOUT = CHECKOUT + BELOW;

  public RedeemMapping(HttpRequestHandler handler) {
    lead(IN_CART, handler);
    lead(AT_CHECKOUT, handler);
  }

  /** Where the forms of the block on that page go. */
  static String actionOn(String page) {
    return page.equals(CHECKOUT) || page.startsWith(CHECKOUT + "/") ? AT_CHECKOUT : IN_CART;
  }
}
