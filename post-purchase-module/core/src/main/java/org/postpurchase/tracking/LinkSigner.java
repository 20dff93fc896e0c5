package org.postpurchase.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Makes and reads the tokens in links: purpose, message id and end of life, with a signature over
 * all three. Nothing in them tells who the reader is. Safe for concurrent use.
 *
 * <p>The signature is HMAC-SHA-256, cut to 128 bits. All nodes of a shop share one key; a new key
 * makes every link in the world invalid.
 */
public final class LinkSigner {
  private static final int SIGNATURE = 16;

  private final HmacSha256 hmac;
  private final Clock clock;

  /**
   * @param key at least 16 bytes that nobody else knows
   */
  public LinkSigner(byte[] key, Clock clock) {
    if (key.length < SIGNATURE) {
      throw new IllegalArgumentException("a key of " + key.length + " bytes is too short");
    }
    this.hmac = new HmacSha256(key);
    this.clock = clock;
  }

  /** A token of URL-safe characters. */
  public String token(LinkPurpose purpose, long messageId) {
    long until = clock.instant().plus(purpose.life).getEpochSecond();
    String body =
        purpose.code + '.' + Long.toString(messageId, 36) + '.' + Long.toString(until, 36);
    return body + '.' + signature(body);
  }

  /**
   * The message that the token was made for.
   *
   * @throws LinkRefusedException when it is not a token of ours for this purpose, or too old
   */
  public long read(LinkPurpose purpose, String token) {
    int end = token.lastIndexOf('.');
    String[] parts = end < 0 ? new String[0] : token.substring(0, end).split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(purpose.code)) {
      throw new LinkRefusedException(LinkRefusedException.Problem.TAMPERED);
    }
    byte[] expected = signature(token.substring(0, end)).getBytes(StandardCharsets.UTF_8);
    byte[] given = token.substring(end + 1).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, given)) {
      throw new LinkRefusedException(LinkRefusedException.Problem.TAMPERED);
    }
    try {
      if (clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts[2], 36)))) {
        throw new LinkRefusedException(LinkRefusedException.Problem.EXPIRED);
      }
      return Long.parseLong(parts[1], 36);
    } catch (NumberFormatException | DateTimeException signedByUsButUnreadable) {
      throw new LinkRefusedException(LinkRefusedException.Problem.TAMPERED);
    }
  }

  private String signature(String body) {
    byte[] whole = hmac.of(body.getBytes(StandardCharsets.UTF_8));
    byte[] cut = java.util.Arrays.copyOf(whole, SIGNATURE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cut);
  }
}
