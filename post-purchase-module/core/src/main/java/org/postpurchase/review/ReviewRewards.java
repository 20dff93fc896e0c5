package org.postpurchase.review;

/** What a shop gives for a review, whatever its stars. */
public interface ReviewRewards {
  /** A shop that gives nothing. */
  ReviewRewards NONE =
      new ReviewRewards() {
        @Override
        public boolean arePromised() {
          return false;
        }

        @Override
        public boolean give(Review review) {
          return false;
        }

        @Override
        public boolean takeBack(Review review) {
          return false;
        }
      };

  /** Whether anything is promised now; reviews that are written then are marked with it. */
  boolean arePromised();

  /**
   * Gives what there is, in the caller's transaction. Doing it again for the same review gives
   * nothing.
   *
   * @return whether anything was given
   */
  boolean give(Review review);

  /**
   * Takes back what was given, since the review was a fraud, in the caller's transaction. Doing it
   * again takes nothing more.
   *
   * @return whether anything was taken
   */
  boolean takeBack(Review review);
}
