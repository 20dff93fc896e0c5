package org.postpurchase.site.unsubscribe;

import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Leads to the page before any other mapping of the store, and past its interceptors: those expect
 * a customer and a cart.
 */
final class UnsubscribeMapping extends SimpleUrlHandlerMapping {

  public UnsubscribeMapping(HttpRequestHandler page) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(UnsubscribePath.PATTERN, page));
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
