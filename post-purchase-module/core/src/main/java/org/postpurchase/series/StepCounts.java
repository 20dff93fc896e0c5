package org.postpurchase.series;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of one step for the newest people who entered its series. Immutable. */
public final class StepCounts {
  /** Nobody has come so far. */
  public static final StepCounts NONE = new StepCounts(0, 0, 0, Collections.emptyMap());

  /** How many wait at it. */
  public final int waiting;

  /** To how many it was sent. */
  public final int sent;

  /** How many followed a link of it, as far as clicks are measured. */
  public final int clicked;

  /** How many it was silent for or put off, by the reason; the most frequent one first. */
  public final Map<String, Integer> silent;

  public StepCounts(int waiting, int sent, int clicked, Map<String, Integer> silent) {
    this.waiting = waiting;
    this.sent = sent;
    this.clicked = clicked;
    this.silent = Collections.unmodifiableMap(new LinkedHashMap<>(silent));
  }
}
