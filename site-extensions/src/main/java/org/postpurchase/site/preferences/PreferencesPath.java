package org.postpurchase.site.preferences;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.restraint.OptInChecks;
import org.postpurchase.restraint.PreferenceLinks;
import org.postpurchase.site.SitePath;

/** Addresses of the pages, and the token that stands in them. */
public final class PreferencesPath {
  /** As the host's filters and Spring write it. */
  public static final String PATTERN = PreferenceLinks.PATH + "**";

  public static final String CONFIRM = OptInChecks.PATH + "**";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?:"
              + Pattern.quote(PreferenceLinks.PATH)
              + "|"
              + Pattern.quote(OptInChecks.PATH)
              + ")([A-Za-z0-9._-]{1,900})/?");

  private PreferencesPath() {}

  /** Whether the request is for the page, which needs no session, cart or customer. */
  public static boolean isPlain(HttpServletRequest request) {
    return TOKEN.matcher(SitePath.of(request)).matches();
  }

  /** Empty for an address without one; whether it is good is for others to say. */
  static String token(HttpServletRequest request) {
    Matcher m = TOKEN.matcher(SitePath.of(request));
    return m.matches() ? m.group(1) : "";
  }
}
