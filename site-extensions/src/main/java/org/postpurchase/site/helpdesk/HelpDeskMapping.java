package org.postpurchase.site.helpdesk;

import javax.servlet.http.HttpServletRequest;
import org.postpurchase.site.PlainMapping;
import org.springframework.web.HttpRequestHandler;

/** Leads to the snapshot past the store's interceptors, which expect a customer and a cart. */
public final class HelpDeskMapping extends PlainMapping {
  public static final String PATH = "/post-purchase/helpdesk/customer";

  public HelpDeskMapping(HttpRequestHandler snapshot) {
    lead(PATH, snapshot);
  }

  /**
   * Whether the request is for it, so that it may go past the store's filters: a help desk has no
   * session.
   */
  public static boolean isPlain(HttpServletRequest request) {
    return request.getRequestURI().equals(request.getContextPath() + PATH);
  }
}
