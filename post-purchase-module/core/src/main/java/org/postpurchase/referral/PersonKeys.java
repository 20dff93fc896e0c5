package org.postpurchase.referral;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.postpurchase.shared.HexText;
import org.postpurchase.tracking.HmacSha256;

/**
 * Makes keys of persons: HMAC-SHA-256 under a secret of their own, cut to 128 bits, so that the
 * table says nothing to anybody who does not have the secret. Safe for concurrent use.
 */
public final class PersonKeys {
  private static final int BYTES = 16;

  private final HmacSha256 hash;

  /**
   * @param secret at least 16 bytes; another than that of the links, so that it can be replaced
   */
  public PersonKeys(byte[] secret) {
    if (secret.length < BYTES) {
      throw new IllegalArgumentException("a secret of " + secret.length + " bytes is too short");
    }
    hash = new HmacSha256(secret);
  }

  /** Empty for an empty text: nobody is recognised by what they did not say. */
  public String hash(KeyKind kind, String text) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] code = hash.of((kind + "\n" + text).getBytes(StandardCharsets.UTF_8));
    return HexText.of(code, BYTES);
  }

  public String ofMailbox(String address) {
    return hash(KeyKind.MAILBOX, MailboxIdentity.of(address));
  }

  public List<PersonKey> of(PersonFacts facts) {
    List<PersonKey> keys = new ArrayList<>();
    facts
        .texts()
        .forEach(
            (kind, text) -> {
              if (!text.isEmpty()) {
                keys.add(new PersonKey(kind, hash(kind, text)));
              }
            });
    return keys;
  }
}
