package org.postpurchase.privacy;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What an erasure has done, and what a look afterwards has found. Immutable. */
public final class ErasureReport {
  /** Stands in the place of the address from now on. */
  public final String pseudonym;

  /** Rows that were changed or deleted, by table; tables without any are left out. */
  public final Map<String, Integer> changed;

  /** Messages that were on their way and will not leave. */
  public final int cancelled;

  /** Rows that still name the person, by table; empty when the erasure is complete. */
  public final Map<String, Integer> left;

  public ErasureReport(
      String pseudonym, Map<String, Integer> changed, int cancelled, Map<String, Integer> left) {
    this.pseudonym = pseudonym;
    this.changed = Collections.unmodifiableMap(new TreeMap<>(changed));
    this.cancelled = cancelled;
    this.left = Collections.unmodifiableMap(new TreeMap<>(left));
  }

  public boolean isComplete() {
    return left.isEmpty();
  }

  public int rows() {
    return changed.values().stream().mapToInt(n -> n).sum();
  }
}
