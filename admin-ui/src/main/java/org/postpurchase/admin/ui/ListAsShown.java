package org.postpurchase.admin.ui;

import java.util.regex.Pattern;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a press on a row of a list leads: to that list with the tab, the search and the page that
 * were shown, as the browser names them; to its beginning when the browser names another page or
 * none.
 */
public final class ListAsShown {
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~%+&=@-]{1,500}");

  private ListAsShown() {}

  /**
   * What a controller returns, within a request.
   *
   * @param list the list's address below the admin, without a slash before it
   */
  public static String redirect(String list) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    String from =
        request instanceof ServletRequestAttributes
            ? ((ServletRequestAttributes) request).getRequest().getHeader("Referer")
            : null;
    return "redirect:/" + list + query(list, from);
  }

  /** The query with its question mark; empty when that page was not this list. */
  static String query(String list, String from) {
    int at = from == null ? -1 : from.indexOf('?');
    if (at < 0 || !from.substring(0, at).endsWith("/" + list)) {
      return "";
    }
    int end = from.indexOf('#', at);
    String query = from.substring(at + 1, end < 0 ? from.length() : end);
    return QUERY.matcher(query).matches() ? "?" + query : "";
  }
}
