package org.postpurchase.site.tiers;

import java.util.Collections;
import java.util.List;

/** The ladder in words, and where one shopper stands. Getters because page templates read beans. */
public final class TiersView {
  private final String language;
  private final String heading;
  private final String rule;
  private final List<TierRung> rungs;
  private final Place place;

  TiersView(String language, String heading, String rule, List<TierRung> rungs, Place place) {
    this.language = language;
    this.heading = heading;
    this.rule = rule;
    this.rungs = Collections.unmodifiableList(rungs);
    this.place = place;
  }

  public String getLanguage() {
    return language;
  }

  public String getHeading() {
    return heading;
  }

  /** What counts, in which time, and what happens when it is no longer enough. */
  public String getRule() {
    return rule;
  }

  /** From the lowest tier to the highest. */
  public List<TierRung> getRungs() {
    return rungs;
  }

  /** Null on a page for everybody. */
  public Place getPlace() {
    return place;
  }

  /** Where one shopper stands. */
  public static final class Place {
    private final String tier;
    private final int percent;
    private final String progress;
    private final String risk;

    Place(String tier, int percent, String progress, String risk) {
      this.tier = tier;
      this.percent = percent;
      this.progress = progress;
      this.risk = risk;
    }

    /** Which tier, as a sentence. */
    public String getTier() {
      return tier;
    }

    /** How much of what the next tier asks for is gathered, 0 to 100. */
    public int getPercent() {
      return percent;
    }

    /** What is missing to the next tier; empty at the top. */
    public String getProgress() {
      return progress;
    }

    /** What will be lost and when; empty while the tier is safe. */
    public String getRisk() {
      return risk;
    }
  }
}
