package org.postpurchase.site.usage;

import java.util.Collections;
import java.util.List;
import org.postpurchase.occasion.UsageForm;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads to the page on which a buyer says how much a product is used. */
final class UsageMapping extends SimpleUrlHandlerMapping {
  public UsageMapping(HttpRequestHandler usage) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(UsageForm.PATH + "**", usage));
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
