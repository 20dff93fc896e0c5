package org.postpurchase.review.pictures;

import org.postpurchase.review.PhotoMaker;

/** The one door to the JDK's pictures. */
public final class PicturesModule {
  private PicturesModule() {}

  public static PhotoMaker photos() {
    return new JdkPhotoMaker();
  }
}
