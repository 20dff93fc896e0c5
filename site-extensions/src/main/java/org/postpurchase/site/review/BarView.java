package org.postpurchase.site.review;

/** How many reviews have one number of stars. */
final class BarView {
  public final int stars;
  public final long count;
  private final long all;

  /** Shows only these, or all again if they are shown. */
  public final String url;

  public final boolean chosen;
  public final String label;

  BarView(int stars, long count, long all, String url, boolean chosen, String label) {
    this.stars = stars;
    this.count = count;
    this.all = all;
    this.url = url;
    this.chosen = chosen;
    this.label = label;
  }

  /** Part of all, of a hundred; at least one for any. */
  public long getPercent() {
    return count == 0 ? 0 : Math.max(1, Math.round(100.0 * count / Math.max(1, all)));
  }
}
