package org.postpurchase.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a stranger can read of a link. */
public final class Legible {
  private Legible() {}

  /**
   * The token as it is and its bytes, in which a word of three letters stands by chance once in
   * some thousand sealed tokens: look for a whole address.
   */
  public static String of(String token) {
    byte[] bytes = Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
    return token + '\n' + new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
