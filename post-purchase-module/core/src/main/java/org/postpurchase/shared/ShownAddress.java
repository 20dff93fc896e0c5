package org.postpurchase.shared;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes addresses that the host stores with products fit to stand in a mail; what cannot is empty,
 * and the mail goes without it.
 */
public final class ShownAddress {
  private static final int LENGTH_MAX = 1500;
  private static final Pattern ABSOLUTE =
      Pattern.compile("(https?)://([^/?#@\\s]+)(?:[/?#].*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"<>\\\\^`{|}\\u2028\\u2029]");
  private static final Pattern LOOPBACK =
      Pattern.compile("(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d+)?");

  private ShownAddress() {}

  /** An absolute http or https address on the shop or elsewhere, or empty. */
  public static String link(Shop shop, String stored) {
    return absolute(shop, stored) == null ? "" : absolute(shop, stored).group();
  }

  /** The same for a picture: mail programs load only https, and this machine's own in trials. */
  public static String picture(Shop shop, String stored) {
    Matcher address = absolute(shop, stored);
    return address != null && isLoaded(address.group(1), address.group(2)) ? address.group() : "";
  }

  private static boolean isLoaded(String scheme, String host) {
    return scheme.equalsIgnoreCase("https")
        || LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  private static Matcher absolute(Shop shop, String stored) {
    String path = stored == null ? "" : stored.trim();
    if (path.isEmpty() || UNFIT.matcher(path).find()) {
      return null;
    }
    Matcher address = ABSOLUTE.matcher(shop.absolute(path.replace(" ", "%20")));
    return address.matches() && address.group().length() <= LENGTH_MAX ? address : null;
  }
}
