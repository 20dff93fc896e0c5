package org.postpurchase.referral;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes keys of persons: HMAC-SHA-256 under a secret of their own, cut to 128 bits, so that the
 * table says nothing to anybody who does not have the secret. Safe for concurrent use.
 */
public final class PersonKeys {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final SecretKeySpec secret;

  /**
   * @param secret at least 16 bytes; another than that of the links, so that it can be replaced
   */
  public PersonKeys(byte[] secret) {
    if (secret.length < BYTES) {
      throw new IllegalArgumentException("a secret of " + secret.length + " bytes is too short");
    }
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** Empty for an empty text: nobody is recognised by what they did not say. */
  public String hash(KeyKind kind, String text) {
    if (text.isEmpty()) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      byte[] hash = mac.doFinal((kind + "\n" + text).getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder();
      for (int i = 0; i < BYTES; i++) {
        hex.append(String.format("%02x", hash[i]));
      }
      return hex.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
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
