package org.postpurchase.site.review;

/** How many reviews have one number of stars. */
public final class BarView {
  private final int stars;
  private final long count;
  private final long all;
  private final String url;
  private final boolean chosen;
  private final String label;

  BarView(int stars, long count, long all, String url, boolean chosen, String label) {
    this.stars = stars;
    this.count = count;
    this.all = all;
    this.url = url;
    this.chosen = chosen;
    this.label = label;
  }

  public int getStars() {
    return stars;
  }

  public long getCount() {
    return count;
  }

  /** Part of all, of a hundred; at least one for any. */
  public long getPercent() {
    return count == 0 ? 0 : Math.max(1, Math.round(100.0 * count / Math.max(1, all)));
  }

  /** Shows only these, or all again if they are shown. */
  public String getUrl() {
    return url;
  }

  public boolean isChosen() {
    return chosen;
  }

  public String getLabel() {
    return label;
  }
}
