package org.postpurchase.site.preferences;

import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads to the page before any other mapping of the store, and past its interceptors. */
public final class PreferencesMapping extends SimpleUrlHandlerMapping {
  public PreferencesMapping(HttpRequestHandler page) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(PreferencesPath.PATTERN, page));
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
