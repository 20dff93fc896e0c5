package org.postpurchase.shared;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as part of an address. */
public final class UrlText {
  private UrlText() {}

  /** As the value of a parameter; what mail programs and messengers read as text, too. */
  public static String encoded(String text) {
    try {
      return URLEncoder.encode(text, StandardCharsets.UTF_8.name()).replace("+", "%20");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
