package org.postpurchase.admin.enrollment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.series.Backfill;

/** One back-fill as its page shows it. */
final class BackfillRow {
  private static final String WAITING = "WAITING";
  private static final String ENTERED = "ENTERED";

  private final Backfill backfill;
  private final Map<String, Integer> outcomes;
  private final Moments moments;

  BackfillRow(Backfill backfill, Map<String, Integer> outcomes, Moments moments) {
    this.backfill = backfill;
    this.outcomes = outcomes;
    this.moments = moments;
  }

  public long getId() {
    return backfill.id;
  }

  public String getState() {
    return backfill.state.name();
  }

  public String getStarted() {
    return moments.of(backfill.startedAt);
  }

  public String getBy() {
    return backfill.startedBy;
  }

  public int getCounted() {
    return backfill.counted;
  }

  public int getPerHour() {
    return backfill.perHour;
  }

  public int getEntered() {
    return outcomes.getOrDefault(ENTERED, 0);
  }

  public int getWaiting() {
    return outcomes.getOrDefault(WAITING, 0);
  }

  /** Numbers by the name of the reason. */
  public Map<String, Integer> getLeftOut() {
    Map<String, Integer> others = new LinkedHashMap<>(outcomes);
    others.remove(WAITING);
    others.remove(ENTERED);
    return others;
  }

  public boolean isRunning() {
    return backfill.state == Backfill.State.RUNNING;
  }

  /** Whether there may be something to take back. */
  public boolean isUndoable() {
    return backfill.state != Backfill.State.UNDOING && backfill.state != Backfill.State.UNDONE;
  }
}
