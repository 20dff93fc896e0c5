package org.postpurchase.site.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Leads to the pages of surveys and problems before any other mapping of the store, and past its
 * interceptors: those expect a customer and a cart.
 */
final class ServiceMapping extends SimpleUrlHandlerMapping {

  public ServiceMapping(HttpRequestHandler survey, HttpRequestHandler help) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    Map<String, HttpRequestHandler> pages = new HashMap<>();
    pages.put(ServicePath.SURVEY, survey);
    pages.put(ServicePath.HELP, help);
    setUrlMap(pages);
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
