package org.postpurchase.site.seen;

import java.util.Collections;
import java.util.List;
import org.postpurchase.interest.Interests;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads to what hears of products that are looked at. */
public final class SeenMapping extends SimpleUrlHandlerMapping {
  public SeenMapping(HttpRequestHandler seen) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(Interests.PATH + "**", seen));
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
