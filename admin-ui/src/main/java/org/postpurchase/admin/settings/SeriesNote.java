package org.postpurchase.admin.settings;

import java.util.List;
import org.postpurchase.series.Series;

/** Plain values about a series for the pages. */
final class SeriesNote {
  private final Series series;

  /** Whether rules or texts differ from those that people enter on. */
  public final boolean unpublished;

  /** How many people are on their way through it. */
  public final int inside;

  /** When it was switched on last; empty when it never was. */
  public final String since;

  public final List<StepRow> steps;

  SeriesNote(Series series, boolean unpublished, int inside, String since, List<StepRow> steps) {
    this.series = series;
    this.unpublished = unpublished;
    this.inside = inside;
    this.since = since;
    this.steps = steps;
  }

  public long getId() {
    return series.id;
  }

  public String getName() {
    return series.draft.name;
  }

  public String getStatus() {
    return series.status.name();
  }

  /** 0 when it never was switched on. */
  public int getLiveVersion() {
    return series.liveVersion;
  }
}
