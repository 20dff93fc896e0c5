package org.postpurchase.story;

import static java.util.Objects.requireNonNull;

/** A story with what is shown beside it. Immutable. */
public final class ShownStory {
  public final Story story;

  /** Of the review or of the upload; may be empty. */
  public final String words;

  /** Of the review; 0 for an upload. */
  public final int stars;

  /** Whether something was promised for the review. */
  public final boolean incentivised;

  public ShownStory(Story story, String words, int stars, boolean incentivised) {
    this.story = requireNonNull(story, "story");
    this.words = requireNonNull(words, "words");
    this.stars = stars;
    this.incentivised = incentivised;
  }
}
