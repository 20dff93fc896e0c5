package org.postpurchase.site.points;

/** A line of a list of points. Getters because page templates read beans. */
public final class PointsRow {
  private final String points;
  private final String words;
  private final String when;
  private final boolean muted;

  PointsRow(String points, String words, String when, boolean muted) {
    this.points = points;
    this.words = words;
    this.when = when;
    this.muted = muted;
  }

  public String getPoints() {
    return points;
  }

  public String getWords() {
    return words;
  }

  public String getWhen() {
    return when;
  }

  /** Whether nothing can be done with it yet, or it only tells what happened. */
  public boolean isMuted() {
    return muted;
  }
}
