package org.postpurchase.brand;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** An uploaded logo, written anew as PNG. */
public final class LogoPicture {
  /** No side is longer, in pixels: twice of what is shown, for sharp screens. */
  public static final int SIDE_MAX = 480;

  public final String sha256;
  public final int width;
  public final int height;
  private final byte[] png;

  /**
   * @throws IllegalArgumentException when the bytes are no PNG
   */
  public LogoPicture(byte[] png) {
    if (png.length < 24 || png[1] != 'P' || png[2] != 'N' || png[3] != 'G') {
      throw new IllegalArgumentException("no PNG");
    }
    this.png = png.clone();
    width = number(16);
    height = number(20);
    sha256 = hash(png);
  }

  public byte[] png() {
    return png.clone();
  }

  public Logo logo() {
    return new Logo(sha256, "", width, height);
  }

  private int number(int at) {
    int number = 0;
    for (int i = at; i < at + 4; i++) {
      number = number << 8 | png[i] & 0xFF;
    }
    return number;
  }

  private static String hash(byte[] bytes) {
    try {
      StringBuilder hex = new StringBuilder();
      for (byte each : MessageDigest.getInstance("SHA-256").digest(bytes)) {
        hex.append(String.format(Locale.ROOT, "%02x", each));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
