package org.postpurchase.survey;

/** How a question is answered. The names are stored and never change their meaning. */
public enum QuestionKind {
  /** How likely it is that somebody recommends the shop: 0 to 10. */
  NPS(0, 10),
  /** How satisfied somebody is: 1 to 5. */
  CSAT(1, 5),
  /** One of a list; its number, from 0, is stored. */
  CHOICE(0, -1),
  /** In words. */
  TEXT(0, -1);

  /** Lowest and highest score; the highest is below the lowest where there is none. */
  public final int least;

  public final int most;

  QuestionKind(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** Whether the answer is a score that can be added up. */
  public boolean isScored() {
    return most > least;
  }
}
