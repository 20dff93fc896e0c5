package org.postpurchase.admin.ui;

/** How many records are in one state: a tab above a list. */
public final class StateCount {
  private final String state;
  private final int count;
  private final boolean chosen;

  public StateCount(String state, int count, boolean chosen) {
    this.state = state;
    this.count = count;
    this.chosen = chosen;
  }

  public String getState() {
    return state;
  }

  public int getCount() {
    return count;
  }

  public boolean isChosen() {
    return chosen;
  }
}
