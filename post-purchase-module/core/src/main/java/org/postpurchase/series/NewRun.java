package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run that is to begin, with the moments of its steps. The key makes it unique. */
public final class NewRun {
  public final String key;
  public final long seriesId;
  public final long versionId;
  public final Enrollment.Person person;
  public final Instant enteredAt;
  private final Map<Step, Instant> steps = new LinkedHashMap<>();

  NewRun(String key, SeriesVersion version, Enrollment.Person person, Instant enteredAt) {
    this.key = requireNonNull(key, "key");
    this.seriesId = version.seriesId;
    this.versionId = version.id;
    this.person = requireNonNull(person, "person");
    this.enteredAt = requireNonNull(enteredAt, "enteredAt");
  }

  /** A step of the run; {@code dueAt} null when its moment is not known yet. */
  void plan(Step step, Instant dueAt) {
    steps.put(step, dueAt);
  }

  /** Its steps in their order, each with its moment or null. */
  public Map<Step, Instant> steps() {
    return Collections.unmodifiableMap(steps);
  }
}
