package org.postpurchase.feedback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** A secret that a sender without signatures has to show, as a password or in a header. */
final class SharedSecret {
  private static final String HEADER = "X-Webhook-Secret";
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  private final byte[] secret;

  SharedSecret(String secret) {
    this.secret = secret.trim().getBytes(StandardCharsets.UTF_8);
  }

  boolean isShown(CallbackRequest request) {
    return secret.length > 0 && MessageDigest.isEqual(secret, shown(request));
  }

  private static byte[] shown(CallbackRequest request) {
    String given = request.header(HEADER);
    String authorization = request.header("Authorization").trim();
    if (given.isEmpty() && authorization.startsWith(BEARER)) {
      given = authorization.substring(BEARER.length()).trim();
    } else if (given.isEmpty() && authorization.startsWith(BASIC)) {
      try {
        String pair =
            new String(
                Base64.getDecoder().decode(authorization.substring(BASIC.length()).trim()),
                StandardCharsets.UTF_8);
        given = pair.substring(pair.indexOf(':') + 1);
      } catch (IllegalArgumentException broken) {
        given = "";
      }
    }
    return given.getBytes(StandardCharsets.UTF_8);
  }
}
