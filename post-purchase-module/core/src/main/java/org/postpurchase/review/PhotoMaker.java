package org.postpurchase.review;

/** Makes of what somebody uploaded a picture that can be kept and shown. */
public interface PhotoMaker {
  /** No upload may be longer. */
  int BYTES_MAX = 12 * 1024 * 1024;

  /** No picture may have more, counted before it is decoded. */
  int PIXELS_MAX = 40_000_000;

  /**
   * The picture, written anew: nothing of the upload survives but what can be seen.
   *
   * @throws PhotoRefusedException when it is no JPEG or PNG, broken, or too large
   */
  Photo make(byte[] upload);

  /**
   * The same for a drawing such as a logo: a PNG in which what is transparent stays so.
   *
   * @param side no side is longer, in pixels
   * @throws PhotoRefusedException when it is no JPEG or PNG, broken, or too large
   */
  byte[] drawing(byte[] upload, int side);
}
