package org.postpurchase.site.tiers;

import java.util.Collections;
import java.util.List;

/** The ladder in words, and where one shopper stands. */
final class TiersView {
  public final String language;
  public final String heading;

  /** What counts, in which time, and what happens when it is no longer enough. */
  public final String rule;

  /** From the lowest tier to the highest. */
  public final List<TierRung> rungs;

  /** Null on a page for everybody. */
  public final Place place;

  TiersView(String language, String heading, String rule, List<TierRung> rungs, Place place) {
    this.language = language;
    this.heading = heading;
    this.rule = rule;
    this.rungs = Collections.unmodifiableList(rungs);
    this.place = place;
  }

  /** Where one shopper stands. */
  public static final class Place {
    /** Which tier, as a sentence. */
    public final String tier;

    /** How much of what the next tier asks for is gathered, 0 to 100. */
    public final int percent;

    /** What is missing to the next tier; empty at the top. */
    public final String progress;

    /** What will be lost and when; empty while the tier is safe. */
    public final String risk;

    Place(String tier, int percent, String progress, String risk) {
      this.tier = tier;
      this.percent = percent;
      this.progress = progress;
      this.risk = risk;
    }
  }
}
