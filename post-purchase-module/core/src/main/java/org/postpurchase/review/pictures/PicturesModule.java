package org.postpurchase.review.pictures;

import org.postpurchase.review.PhotoMaker;

/** The one door to the JDK's pictures. */
public final class PicturesModule {
  private static final int AT_ONCE = 2;

  private PicturesModule() {}

  /** Works on two pictures at once; a store needs one. */
  public static PhotoMaker photos() {
    return new FewAtOnce(new JdkPhotoMaker(), AT_ONCE);
  }
}
