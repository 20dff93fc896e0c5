package org.postpurchase.site.brand;

import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Leads to uploaded logos before any other mapping of the store, and past its interceptors: those
 * expect a customer and a cart.
 */
final class LogoMapping extends SimpleUrlHandlerMapping {

  public LogoMapping(HttpRequestHandler logo) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap("/post-purchase/brand/**", logo));
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
