package org.postpurchase.shared;

/** Bytes as hexadecimal digits in lower case, two for each. */
public final class HexText {
  private static final char[] DIGITS = "0123456789abcdef".toCharArray();

  private HexText() {}

  public static String of(byte[] bytes) {
    return of(bytes, bytes.length);
  }

  /** The first so many of the bytes. */
  public static String of(byte[] bytes, int count) {
    char[] hex = new char[2 * count];
    for (int i = 0; i < count; i++) {
      hex[2 * i] = DIGITS[bytes[i] >> 4 & 15];
      hex[2 * i + 1] = DIGITS[bytes[i] & 15];
    }
    return new String(hex);
  }
}
