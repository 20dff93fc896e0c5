package org.postpurchase.review;

/**
 * When a review is shown without anybody looking at it first. None of these can know the stars:
 * {@link UncheckedReview} does not have them. The names are stored and never change their meaning.
 */
public enum Publishing {
  /** Somebody looks at each. */
  AFTER_CHECK {
    @Override
    boolean showsAtOnce(UncheckedReview review) {
      return false;
    }
  },
  /** Of buyers who have the product, unless it holds an address, a number or a photo. */
  VERIFIED_AT_ONCE {
    @Override
    boolean showsAtOnce(UncheckedReview review) {
      return review.verified && !review.hasContactDetails() && !review.hasPhotos;
    }
  },
  /** Every one, unless it holds an address, a number or a photo. */
  ALL_AT_ONCE {
    @Override
    boolean showsAtOnce(UncheckedReview review) {
      return !review.hasContactDetails() && !review.hasPhotos;
    }
  };

  abstract boolean showsAtOnce(UncheckedReview review);
}
