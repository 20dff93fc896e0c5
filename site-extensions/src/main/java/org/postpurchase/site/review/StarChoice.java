package org.postpurchase.site.review;

/** One of the five answers that a reader can choose. */
public final class StarChoice {
  private final int number;
  private final String label;
  private final boolean chosen;

  StarChoice(int number, String label, boolean chosen) {
    this.number = number;
    this.label = label;
    this.chosen = chosen;
  }

  public int getNumber() {
    return number;
  }

  public String getLabel() {
    return label;
  }

  public boolean isChosen() {
    return chosen;
  }
}
