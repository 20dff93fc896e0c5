package org.postpurchase.site.brand;

import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/**
 * Leads to uploaded logos before any other mapping of the store, and past its interceptors: those
 * expect a customer and a cart.
 */
final class LogoMapping extends PlainMapping {

  public LogoMapping(HttpRequestHandler logo) {
    lead("/post-purchase/brand/**", logo);
  }
}
