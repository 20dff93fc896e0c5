package org.postpurchase.benchmarks.measure;

/**
 * What a ratio of two arms has to be.
 *
 * @param ours arm of the plugin
 * @param peer arm it is held against
 * @param by speed (operations a second, higher is better) or cost (time for one, lower is better)
 * @param must the least speed or the most cost that is acceptable, as a ratio to the peer
 * @param goal what it should be
 */
public record Goal(String ours, String peer, By by, double must, double goal) {
  /** What is divided by what. */
  public enum By {
    SPEED,
    COST
  }

  public static Goal faster(String ours, String peer, double must, double goal) {
    return new Goal(ours, peer, By.SPEED, must, goal);
  }

  public static Goal dearer(String ours, String peer, double atMost) {
    return new Goal(ours, peer, By.COST, atMost, atMost);
  }

  double ratio(double ourRate, double peerRate) {
    return by == By.SPEED ? ourRate / peerRate : peerRate / ourRate;
  }

  /** Whether it holds even at the bad end of the interval. */
  boolean isMet(Interval interval) {
    return by == By.SPEED ? interval.low() >= must : interval.high() <= must;
  }

  String limit() {
    return (by == By.SPEED ? "≥ " : "≤ ") + must;
  }
}
