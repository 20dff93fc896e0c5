package org.postpurchase.brand;

/** Where the logo is and how large it is shown. Immutable. */
public final class Logo {
  public static final Logo NONE = new Logo("", "", 0, 0);

  /** No logo is shown wider or higher than this, in pixels. */
  public static final int WIDTH_MAX = 240;

  public static final int HEIGHT_MAX = 80;

  /** Hash of the uploaded picture; empty for none. */
  public final String sha256;

  /** Address that begins with {@code https://}; empty for none. */
  public final String url;

  /** Of the uploaded picture, in pixels; 0 when that is not known. */
  public final int width;

  public final int height;

  public Logo(String sha256, String url, int width, int height) {
    this.sha256 = sha256;
    this.url = url;
    this.width = width;
    this.height = height;
  }

  public boolean isNone() {
    return sha256.isEmpty() && url.isEmpty();
  }

  /** Path of the picture on the site, or the address elsewhere; empty for none. */
  public String address() {
    return sha256.isEmpty() ? url : "/post-purchase/brand/" + sha256 + ".png";
  }

  /** Width at which it is shown; 0 to leave it to the picture. */
  public int shownWidth() {
    if (width == 0 || height == 0) {
      return 0;
    }
    double scale =
        Math.min(1.0, Math.min((double) WIDTH_MAX / width, (double) HEIGHT_MAX / height));
    return Math.max(1, (int) Math.round(width * scale));
  }

  public int shownHeight() {
    return shownWidth() == 0
        ? 0
        : Math.max(1, (int) Math.round((double) height * shownWidth() / width));
  }
}
