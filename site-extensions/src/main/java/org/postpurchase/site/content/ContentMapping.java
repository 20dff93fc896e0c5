package org.postpurchase.site.content;

import java.util.Collections;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Leads to the page of questions before any other mapping of the store, and past its interceptors:
 * those expect a customer and a cart.
 */
final class ContentMapping extends SimpleUrlHandlerMapping {

  public ContentMapping(HttpRequestHandler questions) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(QuestionsHandler.PATH, questions));
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
