package org.postpurchase.site.helpdesk;

import java.util.Collections;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads to the snapshot past the store's interceptors, which expect a customer and a cart. */
public final class HelpDeskMapping extends SimpleUrlHandlerMapping {
  public static final String PATH = "/post-purchase/helpdesk/customer";

  public HelpDeskMapping(HttpRequestHandler snapshot) {
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setUrlMap(Collections.singletonMap(PATH, snapshot));
  }

  /**
   * Whether the request is for it, so that it may go past the store's filters: a help desk has no
   * session.
   */
  public static boolean isPlain(HttpServletRequest request) {
    return request.getRequestURI().equals(request.getContextPath() + PATH);
  }

  @Override
  protected void detectMappedInterceptors(List<MappedInterceptor> interceptors) {
    // none
  }
}
