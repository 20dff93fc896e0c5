package org.postpurchase.shared;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web addresses as headers and other protocols take them: the host in its ASCII form (IDNA). */
public final class AsciiAddress {
  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)?([^/?#@]*@)?([^/?#:\\[]*)(.*)", Pattern.DOTALL);

  private AsciiAddress() {}

  /**
   * The host of a web address in ASCII; empty when it has none.
   *
   * @throws PostPurchaseException naming the host when it cannot exist
   */
  public static String hostOf(String url) {
    Matcher parts = PARTS.matcher(url.trim());
    return parts.matches() ? host(parts.group(3)) : "";
  }

  /**
   * The same address with its host in ASCII and every other character that is no ASCII escaped.
   *
   * @throws PostPurchaseException naming the host when it cannot exist
   */
  public static String of(String url) {
    Matcher parts = PARTS.matcher(url);
    if (!parts.matches() || parts.group(1) == null) {
      return escaped(url);
    }
    String user = parts.group(2) == null ? "" : parts.group(2);
    return parts.group(1) + escaped(user) + host(parts.group(3)) + escaped(parts.group(4));
  }

  private static String host(String host) {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new PostPurchaseException("The host name '" + host + "' cannot exist.", e);
    }
  }

  private static String escaped(String text) {
    StringBuilder ascii = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 127) {
        ascii.append((char) b);
      } else {
        ascii.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return ascii.toString();
  }
}
