package org.postpurchase.site.points;

/** A line of a list of points. */
public final class PointsRow {
  public final String points;
  public final String words;
  public final String when;

  /** Whether nothing can be done with it yet, or it only tells what happened. */
  public final boolean muted;

  PointsRow(String points, String words, String when, boolean muted) {
    this.points = points;
    this.words = words;
    this.when = when;
    this.muted = muted;
  }
}
