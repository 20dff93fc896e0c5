package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** A series as the merchant's settings have it now, with its switch. */
public final class Series {
  public final long id;
  public final SeriesStatus status;

  /** Since when it runs; null while it never did. What happened before never enters anybody. */
  public final Instant activeSince;

  /** Number of the frozen version that people enter now; 0 while there is none. */
  public final int liveVersion;

  public final SeriesDefinition draft;

  public Series(
      long id, SeriesStatus status, Instant activeSince, int liveVersion, SeriesDefinition draft) {
    this.id = id;
    this.status = requireNonNull(status, "status");
    this.activeSince = activeSince;
    this.liveVersion = liveVersion;
    this.draft = requireNonNull(draft, "draft");
  }

  /** Whether something that happened then may enter somebody. */
  public boolean wasActiveAt(Instant moment) {
    return Optional.ofNullable(activeSince).map(since -> !moment.isBefore(since)).orElse(false);
  }
}
