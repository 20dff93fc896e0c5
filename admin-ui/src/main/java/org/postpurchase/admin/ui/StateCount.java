package org.postpurchase.admin.ui;

/**
 * How many records are in one state: a tab above a list. More than {@value #MOST} are not counted
 * any further.
 */
public final class StateCount {
  /** The bound. */
  public static final int MOST = 999;

  public final String state;
  private final int count;
  public final boolean chosen;

  public StateCount(String state, int count, boolean chosen) {
    this.state = state;
    this.count = count;
    this.chosen = chosen;
  }

  public String getCount() {
    return count > MOST ? MOST + "+" : String.valueOf(count);
  }
}
