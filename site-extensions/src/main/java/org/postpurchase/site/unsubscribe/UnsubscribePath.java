package org.postpurchase.site.unsubscribe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.series.UnsubscribeLinks;

/** The address of the page, and the token in it. */
final class UnsubscribePath {
  /** As the host's filters and Spring write it. */
  static final String PATTERN = UnsubscribeLinks.PATH + "**";

  private static final String TOKEN = "[A-Za-z0-9_-]+(?:(?:\\.|%2[eE])[A-Za-z0-9_-]+)*";

  /**
   * What mail programs and people leave behind a link when they mark or copy it. A slash only as
   * the very last sign: behind it would begin another part of the path.
   */
  private static final String REST =
      "(?:[.,:!?)>\\]}=*~'\"]|%2[eE29cC7]|%3[eEdDaAfF]|%5[dD]|%7[dD]|%0[aAdD]){0,8}/?";

  private static final Pattern PLAIN = Pattern.compile("(?=.{1,250}$)" + TOKEN + REST);
  private static final Pattern AFTER_PATH =
      Pattern.compile(Pattern.quote(UnsubscribeLinks.PATH) + "(" + TOKEN + ")");

  private UnsubscribePath() {}

  /**
   * Whether the request is for the page and for nothing else: its address as sent has no dots
   * between slashes or parameters that another part of the store might read otherwise, except what
   * is left behind a link where it is copied.
   */
  static boolean isPlain(HttpServletRequest request) {
    String start = request.getContextPath() + UnsubscribeLinks.PATH;
    String uri = request.getRequestURI();
    return uri.startsWith(start) && PLAIN.matcher(uri.substring(start.length())).matches();
  }

  /** The token without what follows it; whether it is good is for others to say. */
  static String token(HttpServletRequest request) {
    Matcher token = AFTER_PATH.matcher(request.getRequestURI());
    return token.find() ? token.group(1).replaceAll("%2[eE]", ".") : "";
  }
}
