package org.postpurchase.site.unsubscribe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.series.UnsubscribeLinks;

/** The address of the page, and the token in it. */
final class UnsubscribePath {
  /** As the host's filters and Spring write it. */
  static final String PATTERN = UnsubscribeLinks.PATH + "**";

  private static final Pattern PLAIN_TOKEN =
      Pattern.compile("(?=.{1,200}$)[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
  private static final Pattern AFTER_PATH =
      Pattern.compile(Pattern.quote(UnsubscribeLinks.PATH) + "([^;]*)");

  private UnsubscribePath() {}

  /**
   * Whether the request is for the page and for nothing else: its address as sent has no escapes,
   * dots between slashes or parameters that another part of the store might read otherwise.
   */
  static boolean isPlain(HttpServletRequest request) {
    String start = request.getContextPath() + UnsubscribeLinks.PATH;
    String uri = request.getRequestURI();
    return uri.startsWith(start) && PLAIN_TOKEN.matcher(uri.substring(start.length())).matches();
  }

  /** The token as sent; whether it is good is for others to say. */
  static String token(HttpServletRequest request) {
    Matcher token = AFTER_PATH.matcher(request.getRequestURI());
    return token.find() ? token.group(1) : "";
  }
}
