package org.postpurchase.site.click;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.click.ClickLinks;
import org.postpurchase.site.SitePath;

/** Addresses of the script and of its reports. */
public final class ClickPath {
  /** As the host's filters and Spring write it. */
  public static final String PATTERN = ClickLinks.PATH + "**";

  private static final Pattern TOKEN =
      Pattern.compile(Pattern.quote(ClickLinks.PATH) + "([A-Za-z0-9._-]{10,120})");

  private ClickPath() {}

  /**
   * Whether the request is for one of them, so that it may go past the store's filters: it needs no
   * session, cart or customer, and must not begin one.
   */
  public static boolean isPlain(HttpServletRequest request) {
    String path = SitePath.of(request);
    return path.equals(ClickLinks.SCRIPT) || TOKEN.matcher(path).matches();
  }

  /** Empty for an address without one; whether it is good is for others to say. */
  static String token(HttpServletRequest request) {
    Matcher token = TOKEN.matcher(SitePath.of(request));
    return token.matches() ? token.group(1) : "";
  }
}
