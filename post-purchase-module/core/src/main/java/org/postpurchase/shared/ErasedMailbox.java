package org.postpurchase.shared;

/**
 * How a mailbox is still recognised after its address was erased: by a hash, in the place of the
 * address. It says nothing about an address that nobody has, and is the same on every node.
 */
public final class ErasedMailbox {
  /** Of the pseudonyms; no such domain can ever be. */
  public static final String DOMAIN = "@erased.invalid";

  private static final String PREFIX = "erased:";
  private static final int BYTES = 20;

  private ErasedMailbox() {}

  /**
   * @param address in any spelling
   */
  public static String keyOf(String address) {
    String hash = Sha256.of("post-purchase erased mailbox " + EmailAddress.keyOf(address));
    return PREFIX + hash.substring(0, 2 * BYTES);
  }

  /** What stands in the place of an address in rows that stay for their numbers. */
  public static String pseudonym(String token) {
    return "erased-" + token + DOMAIN;
  }

  /** Whether that is a pseudonym: nobody can be written to by it. */
  public static boolean isPseudonym(String address) {
    return address.endsWith(DOMAIN);
  }
}
