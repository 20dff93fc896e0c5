package org.postpurchase.site.basket;

import org.postpurchase.occasion.BasketLinks;
import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/** Leads to the page behind a basket link. */
final class BasketMapping extends PlainMapping {
  public BasketMapping(HttpRequestHandler basket) {
    lead(BasketLinks.PATH + "**", basket);
  }
}
