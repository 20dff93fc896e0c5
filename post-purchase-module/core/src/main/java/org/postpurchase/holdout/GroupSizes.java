package org.postpurchase.holdout;

/** Whether groups have the sizes that chance should have given them. */
public final class GroupSizes {
  private static final long PEOPLE_LEAST = 100;

  /** Chi-square that chance exceeds in one of 1,000 cases, by degrees of freedom, from 1. */
  private static final double[] MOST = {10.83, 13.82, 16.27};

  private GroupSizes() {}

  /**
   * True when something else than chance made them. Never of fewer than {@value #PEOPLE_LEAST}
   * people.
   *
   * @param people of two to four groups
   * @param weights how large the groups should be in proportion to each other
   */
  public static boolean areUneven(long[] people, double[] weights) {
    double all = 0;
    double sum = 0;
    for (int i = 0; i < people.length; i++) {
      all += people[i];
      sum += weights[i];
    }
    if (all < PEOPLE_LEAST) {
      return false;
    }
    double chiSquare = 0;
    for (int i = 0; i < people.length; i++) {
      double expected = all * weights[i] / sum;
      chiSquare += (people[i] - expected) * (people[i] - expected) / expected;
    }
    return chiSquare > MOST[people.length - 2];
  }
}
