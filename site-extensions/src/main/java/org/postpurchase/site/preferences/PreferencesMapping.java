package org.postpurchase.site.preferences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads to the pages before any other mapping of the store, and past its interceptors. */
final class PreferencesMapping extends SimpleUrlHandlerMapping {
  public PreferencesMapping(HttpRequestHandler preferences, HttpRequestHandler confirm) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    Map<String, HttpRequestHandler> pages = new HashMap<>();
    pages.put(PreferencesPath.PATTERN, preferences);
    pages.put(PreferencesPath.CONFIRM, confirm);
    setUrlMap(pages);
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
