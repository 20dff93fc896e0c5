package org.postpurchase.site.callback;

import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/** Leads to the callbacks past the store's interceptors, which expect a customer and a cart. */
final class CallbackMapping extends PlainMapping {
  public CallbackMapping(HttpRequestHandler callbacks) {
    lead(CallbackPath.PATTERN, callbacks);
  }
}
