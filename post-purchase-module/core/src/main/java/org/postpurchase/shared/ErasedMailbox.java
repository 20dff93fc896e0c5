package org.postpurchase.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How a mailbox is still recognised after its address was erased: by a hash, in the place of the
 * address. It says nothing about an address that nobody has, and is the same on every node.
 */
public final class ErasedMailbox {
  private static final String PREFIX = "erased:";
  private static final int BYTES = 20;

  private ErasedMailbox() {}

  /**
   * @param address in any spelling
   */
  public static String keyOf(String address) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  ("post-purchase erased mailbox " + EmailAddress.keyOf(address))
                      .getBytes(StandardCharsets.UTF_8));
      StringBuilder key = new StringBuilder(PREFIX);
      for (int i = 0; i < BYTES; i++) {
        key.append(String.format("%02x", hash[i]));
      }
      return key.toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
