package org.postpurchase.migrations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What one run did: an immutable value, meant for one log line of the caller. */
public final class MigrationReport {
  private final List<String> applied;
  private final List<String> warnings;
  private final String abandonedBy;

  MigrationReport(List<String> applied, List<String> warnings, String abandonedBy) {
    this.applied = Collections.unmodifiableList(new ArrayList<>(applied));
    this.warnings = Collections.unmodifiableList(new ArrayList<>(warnings));
    this.abandonedBy = abandonedBy;
  }

  /** Ids of the changes carried out, in order; empty when the database was up to date. */
  public List<String> applied() {
    return applied;
  }

  /** What Liquibase warned about, in order. */
  public List<String> warnings() {
    return warnings;
  }

  /** The process that died in the middle of an earlier run and whose lock this run took over. */
  public Optional<String> abandonedBy() {
    return Optional.ofNullable(abandonedBy);
  }

  @Override
  public String toString() {
    return "applied="
        + applied
        + (warnings.isEmpty() ? "" : " warnings=" + warnings)
        + (abandonedBy == null ? "" : " took over the lock of " + abandonedBy);
  }
}
