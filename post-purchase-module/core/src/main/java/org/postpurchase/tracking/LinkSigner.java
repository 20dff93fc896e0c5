package org.postpurchase.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Makes and reads the tokens in links. One that names a row holds purpose, the row's id and end of
 * life, with a signature over all three; one that must work longer than rows are kept holds
 * everything it needs, sealed. Nothing in them tells a stranger who the reader is. Safe for
 * concurrent use.
 *
 * <p>The signature is HMAC-SHA-256, cut to 128 bits. All nodes of a shop share one key; a new key
 * makes every link in the world invalid.
 */
public final class LinkSigner {
  private static final int SIGNATURE = 16;

  /** Before the purpose in tokens that hold what they need. */
  private static final String SEALED = "s";

  private static final long DAY_SECONDS = 86_400;

  private final HmacSha256 hmac;
  private final Sealed sealed;
  private final Clock clock;

  /**
   * @param key at least 16 bytes that nobody else knows
   */
  public LinkSigner(byte[] key, Clock clock) {
    if (key.length < SIGNATURE) {
      throw new IllegalArgumentException("a key of " + key.length + " bytes is too short");
    }
    this.hmac = new HmacSha256(key);
    this.sealed = new Sealed(hmac);
    this.clock = clock;
  }

  /**
   * A token of URL-safe characters. It lives until the end of a day (UTC), so that a page shown
   * twice has the same link.
   */
  public String token(LinkPurpose purpose, long messageId) {
    long end = clock.instant().plus(purpose.life).getEpochSecond();
    long until = (Math.floorDiv(end - 1, DAY_SECONDS) + 1) * DAY_SECONDS;
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

  /** A token of URL-safe characters that holds the text itself and needs no row. */
  public String seal(LinkPurpose purpose, String text) {
    long until = clock.instant().plus(purpose.life).getEpochSecond();
    String label = SEALED + purpose.code;
    return label + '.' + sealed.seal(label, Long.toString(until, 36) + '\n' + text);
  }

  /** Whether the token holds what it needs; others name a row. Whether it is good is open. */
  public static boolean isSealed(LinkPurpose purpose, String token) {
    return token.startsWith(SEALED + purpose.code + '.');
  }

  /**
   * The text that was sealed.
   *
   * @throws LinkRefusedException when it is not a sealed token of ours for this purpose, or too old
   */
  public String open(LinkPurpose purpose, String token) {
    String label = SEALED + purpose.code;
    String[] content =
        isSealed(purpose, token)
            ? sealed.open(label, token.substring(label.length() + 1)).orElse("").split("\n", 2)
            : new String[0];
    if (content.length != 2) {
      throw new LinkRefusedException(LinkRefusedException.Problem.TAMPERED);
    }
    if (clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(content[0], 36)))) {
      throw new LinkRefusedException(LinkRefusedException.Problem.EXPIRED);
    }
    return content[1];
  }

  /**
   * 32 bytes that only the shop's nodes can know, the same for the same name: a secret to share
   * with one other side, without a row to keep it in.
   *
   * @param name must hold a colon, which no token's signed text does
   */
  public byte[] secretNamed(String name) {
    if (name.indexOf(':') < 0) {
      throw new IllegalArgumentException("the name of a secret needs a colon: " + name);
    }
    return hmac.of(name.getBytes(StandardCharsets.UTF_8));
  }

  private String signature(String body) {
    byte[] whole = hmac.of(body.getBytes(StandardCharsets.UTF_8));
    byte[] cut = java.util.Arrays.copyOf(whole, SIGNATURE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cut);
  }
}
