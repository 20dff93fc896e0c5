package org.postpurchase.story;

/** What a story is. The names are stored and never change their meaning. */
public enum StoryKind {
  /** The words of a review. */
  TESTIMONIAL,
  /** A picture of a product in use. */
  PHOTO
}
