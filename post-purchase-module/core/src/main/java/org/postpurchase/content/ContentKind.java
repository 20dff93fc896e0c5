package org.postpurchase.content;

/** What an entry of the library is. The names are stored and never change their meaning. */
public enum ContentKind {
  /** How to use a product well. */
  HOW_TO,
  /** How to keep it well. */
  CARE,
  /** A film: a still picture that leads to it. */
  VIDEO,
  /** A question and its answer. */
  FAQ,
  /** What is new. */
  NEWS,
  /** Where a product comes from. */
  HISTORY;

  /** Whether it tells the buyer of a product what to do with it: a line gets one of these. */
  public boolean isGuide() {
    return this == HOW_TO || this == CARE || this == VIDEO;
  }
}
