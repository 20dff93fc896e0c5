package org.postpurchase.site.click;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.click.ClickLinks;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads there past the store's interceptors, which expect a customer and a cart. */
public final class ClickMapping extends SimpleUrlHandlerMapping {
  public ClickMapping(HttpRequestHandler reports, HttpRequestHandler script) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    Map<String, HttpRequestHandler> handlers = new HashMap<>();
    handlers.put(ClickPath.PATTERN, reports);
    handlers.put(ClickLinks.SCRIPT, script);
    setUrlMap(handlers);
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
