package org.postpurchase.site.basket;

import java.util.Collections;
import java.util.List;
import org.postpurchase.occasion.BasketLinks;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads to the page behind a basket link. */
final class BasketMapping extends SimpleUrlHandlerMapping {
  public BasketMapping(HttpRequestHandler basket) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(BasketLinks.PATH + "**", basket));
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
