package org.postpurchase.site.unsubscribe;

import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/**
 * Leads to the page before any other mapping of the store, and past its interceptors: those expect
 * a customer and a cart.
 */
final class UnsubscribeMapping extends PlainMapping {

  public UnsubscribeMapping(HttpRequestHandler page) {
    lead(UnsubscribePath.PATTERN, page);
  }
}
