package org.postpurchase.site.callback;

import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads to the callbacks past the store's interceptors, which expect a customer and a cart. */
final class CallbackMapping extends SimpleUrlHandlerMapping {
  public CallbackMapping(HttpRequestHandler callbacks) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(CallbackPath.PATTERN, callbacks));
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
