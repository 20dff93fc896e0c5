package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

/** A picture as it is kept and shown: upright, small, and without what the camera noted. */
public final class Photo {
  /** Hash of the large picture, as 64 hexadecimal digits. */
  public final String sha256;

  public final int width;
  public final int height;
  private final byte[] large;
  private final byte[] small;

  public Photo(String sha256, int width, int height, byte[] large, byte[] small) {
    this.sha256 = requireNonNull(sha256, "sha256");
    this.width = width;
    this.height = height;
    this.large = large.clone();
    this.small = small.clone();
  }

  /** A JPEG of at most 1600 pixels a side. */
  public byte[] large() {
    return large.clone();
  }

  /** A JPEG of at most 400 pixels a side. */
  public byte[] small() {
    return small.clone();
  }
}
