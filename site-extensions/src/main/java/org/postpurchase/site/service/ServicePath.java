package org.postpurchase.site.service;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.service.CaseLinks;
import org.postpurchase.site.SitePath;
import org.postpurchase.survey.SurveyLinks;

/** Addresses of the pages, and the token that stands in them. */
public final class ServicePath {
  /** As the host's filters and Spring write them. */
  public static final String SURVEY = SurveyLinks.PATH + "**";

  public static final String HELP = CaseLinks.PATH + "**";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?:"
              + Pattern.quote(SurveyLinks.PATH)
              + "|"
              + Pattern.quote(CaseLinks.PATH)
              + ")([A-Za-z0-9._-]{1,200})/?");

  private ServicePath() {}

  /**
   * Whether the request is for one of the pages, so that it may go past the store's filters: it
   * needs no session, no cart and no customer, and leaves none behind.
   */
  public static boolean isPlain(HttpServletRequest request) {
    return TOKEN.matcher(SitePath.of(request)).matches();
  }

  /** Empty for an address without one; whether it is good is for others to say. */
  static String token(HttpServletRequest request) {
    Matcher m = TOKEN.matcher(SitePath.of(request));
    return m.matches() ? m.group(1) : "";
  }
}
