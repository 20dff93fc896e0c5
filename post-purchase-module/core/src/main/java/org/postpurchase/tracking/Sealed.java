package org.postpurchase.tracking;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Text that only this shop can read and nobody can change: AES-128 in GCM, as URL-safe base64. */
final class Sealed {
  private static final int NONCE = 12;
  private static final int KEY = 16;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param signing the shop's key for signatures, from which one for sealing is derived
   */
  Sealed(HmacSha256 signing) {
    byte[] derived = signing.of("sealed links".getBytes(StandardCharsets.US_ASCII));
    key = new SecretKeySpec(Arrays.copyOf(derived, KEY), "AES");
  }

  /**
   * @param label what the text is for; it can only be opened for that
   */
  String seal(String label, String text) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] secret =
          cipher(Cipher.ENCRYPT_MODE, nonce, label).doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, NONCE + secret.length);
      System.arraycopy(secret, 0, all, NONCE, secret.length);
      return text(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has AES in GCM", e);
    }
  }

  /** Empty for anything that was not sealed here for that purpose. */
  Optional<String> open(String label, String sealed) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(sealed);
      if (all.length <= NONCE || !text(all).equals(sealed)) {
        return Optional.empty(); // bits that mean nothing would make several tokens of one
      }
      byte[] nonce = Arrays.copyOf(all, NONCE);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, nonce, label).doFinal(all, NONCE, all.length - NONCE);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static String text(byte[] all) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(label.getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }
}
