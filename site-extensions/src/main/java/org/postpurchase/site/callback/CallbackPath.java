package org.postpurchase.site.callback;

import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.site.SitePath;

/** Addresses of callbacks. */
public final class CallbackPath {
  /** Every path begins with it. */
  static final String ROOT = "/post-purchase/callback/";

  /** As the host's filters and Spring write it. */
  public static final String PATTERN = ROOT + "**";

  private static final Pattern PLAIN =
      Pattern.compile(Pattern.quote(ROOT) + "[a-z]{2,12}/[A-Za-z0-9._-]{1,120}");

  private CallbackPath() {}

  /**
   * Whether the request is for one of them, so that it may go past the store's filters: a provider
   * has no session, no cart and no customer.
   */
  public static boolean isPlain(HttpServletRequest request) {
    return PLAIN.matcher(SitePath.of(request)).matches();
  }

  /** What follows the root, such as {@code sms/status}. */
  static String rest(HttpServletRequest request) {
    String path = SitePath.of(request);
    return PLAIN.matcher(path).matches() ? path.substring(ROOT.length()) : "";
  }

  /** Path and query as the provider asked for them, in the site's own terms. */
  static String target(HttpServletRequest request) {
    String query = request.getQueryString();
    return SitePath.of(request) + (query == null ? "" : "?" + query);
  }
}
