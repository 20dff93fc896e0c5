package org.postpurchase.site;

import javax.servlet.http.HttpServletRequest;

/** The address of a page within the shop. */
public final class SitePath {
  private SitePath() {}

  /** The request's path as the browser wrote it, without the webapp's own prefix. */
  public static String of(HttpServletRequest request) {
    String uri = request.getRequestURI();
    String context = request.getContextPath();
    return uri.startsWith(context) ? uri.substring(context.length()) : uri;
  }
}
