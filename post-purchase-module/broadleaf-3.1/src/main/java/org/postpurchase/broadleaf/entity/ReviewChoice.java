package org.postpurchase.broadleaf.entity;

import java.util.Map;

/** What a merchant can choose in the form of the review settings. */
public final class ReviewChoice {
  private ReviewChoice() {}

  /** When a review is shown. None of them can be about its stars. */
  public static final class Publishing extends Choice {
    private static final long serialVersionUID = 1L;
    public static final Map<String, Publishing> TYPES =
        all(
            Publishing::new,
            "AFTER_CHECK",
            "After somebody looked at it",
            "VERIFIED_AT_ONCE",
            "At once, of verified buyers",
            "ALL_AT_ONCE",
            "At once");

    private Publishing(int place, String type, String words) {
      super(place, type, words);
    }
  }
}
