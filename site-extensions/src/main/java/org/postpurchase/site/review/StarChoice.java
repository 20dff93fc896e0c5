package org.postpurchase.site.review;

/** One of the five answers that a reader can choose. */
final class StarChoice {
  public final int number;
  public final String label;
  public final boolean chosen;

  StarChoice(int number, String label, boolean chosen) {
    this.number = number;
    this.label = label;
    this.chosen = chosen;
  }
}
