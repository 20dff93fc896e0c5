package org.postpurchase.site;

import javax.servlet.http.HttpServletRequest;

/** Which site a request comes from. */
public final class Origins {
  private Origins() {}

  /** Whether a form or script of another site sends it: browsers say where a request comes from. */
  public static boolean isForeign(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null || origin.isEmpty()) {
      return false; // no browser of today
    }
    String host = request.getHeader("Host");
    return host == null || !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
  }
}
