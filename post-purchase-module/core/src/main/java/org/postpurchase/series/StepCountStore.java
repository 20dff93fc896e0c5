package org.postpurchase.series;

import java.util.Map;

/** Counts what became of the steps of a series. Reads only. */
public interface StepCountStore {
  /** Of so many of the newest entries at the most, so that looking costs the same in every shop. */
  int NEWEST = 2000;

  /**
   * By key of the step, for the {@link #NEWEST} people who entered last; steps that nobody has come
   * to are left out. Three statements.
   */
  Map<String, StepCounts> of(long seriesId);
}
