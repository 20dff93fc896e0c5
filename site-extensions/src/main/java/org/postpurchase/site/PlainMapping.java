package org.postpurchase.site;

import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Leads to pages of ours before any other mapping, past the store's interceptors, which expect a
 * customer and a cart.
 */
public abstract class PlainMapping extends SimpleUrlHandlerMapping {
  protected PlainMapping() {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
  }

  /** Adds a page, or all that a pattern stands for. */
  protected final void lead(String pattern, HttpRequestHandler page) {
    setUrlMap(Collections.singletonMap(pattern, page));
  }

  @Override
  protected final void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
