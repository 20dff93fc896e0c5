package org.postpurchase.site.points;

import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Leads to the programme's page past the store's interceptors: those forbid caches to keep any
 * page.
 */
final class ProgrammeMapping extends SimpleUrlHandlerMapping {

  public ProgrammeMapping(String path, HttpRequestHandler page) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(path, page));
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
