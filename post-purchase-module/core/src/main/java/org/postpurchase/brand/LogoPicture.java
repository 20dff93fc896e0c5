package org.postpurchase.brand;

import org.postpurchase.shared.Sha256;

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
    sha256 = Sha256.of(png);
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
}
