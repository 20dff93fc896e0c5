package org.postpurchase.segment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A segment as it is kept. Immutable. */
public final class Segment {
  public final long id;

  /** What series and rules keep; never changes. */
  public final String key;

  public final String name;

  /** Whether its members are kept. */
  public final boolean active;

  /**
   * {@link ConditionText}, which an older or newer version of the product may not be able to read.
   */
  public final String conditions;

  /** Goes up with each save. */
  public final int edition;

  public final Build build;

  public Segment(long id, String key, String name, boolean active, Text text, Build build) {
    this.id = id;
    this.key = requireNonNull(key, "key");
    this.name = requireNonNull(name, "name");
    this.active = active;
    this.conditions = text.conditions;
    this.edition = text.edition;
    this.build = requireNonNull(build, "build");
  }

  /** Whether its members can be relied upon and are kept up to date. */
  public boolean isLive() {
    return active && build.generation > 0;
  }

  /** Whether its members follow from what was saved before. */
  public boolean isOutOfDate() {
    return active && build.edition != edition;
  }

  /**
   * @throws SegmentRefusedException when it cannot be read
   */
  public Condition condition() {
    return ConditionText.read(conditions);
  }

  /** What was saved, and how often. */
  public static final class Text {
    final String conditions;
    final int edition;

    public Text(String conditions, int edition) {
      this.conditions = requireNonNull(conditions, "conditions");
      this.edition = edition;
    }
  }

  /** The last build of all members. */
  public static final class Build {
    /** The edition that it was of; 0 when there was none. */
    public final int edition;

    /** Which rows count; 0 when there was none. */
    public final int generation;

    /** Up to when the passing of time has been looked at; null when there was none. */
    public final Instant timedUntil;

    /** When it began; null when there was none. */
    public final Instant at;

    public final long millis;
    public final long size;

    public Build(
        int edition, int generation, Instant timedUntil, Instant at, long millis, long size) {
      this.edition = edition;
      this.generation = generation;
      this.timedUntil = timedUntil;
      this.at = at;
      this.millis = millis;
      this.size = size;
    }
  }
}
