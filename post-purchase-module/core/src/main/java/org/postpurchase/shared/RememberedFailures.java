package org.postpurchase.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Failures in the memory of one JVM. */
final class RememberedFailures implements WorkFailureStore {
  private final Map<String, WorkFailure> rows = new TreeMap<>();

  @Override
  public synchronized List<WorkFailure> of(String worker) {
    return where(row -> row.worker.equals(worker));
  }

  @Override
  public synchronized void save(WorkFailure before, WorkFailure after) {
    rows.put(key(after.worker, after.item), after);
  }

  @Override
  public synchronized void forget(String worker, String item) {
    rows.remove(key(worker, item));
  }

  @Override
  public synchronized boolean unblock(String worker, String item, Instant now) {
    WorkFailure row = rows.get(key(worker, item));
    if (row == null || !row.blocked) {
      return false;
    }
    rows.put(
        key(worker, item), new WorkFailure(worker, item, 0, row.since, now, false, row.reason));
    return true;
  }

  @Override
  public synchronized int unblockAll(Instant now) {
    List<WorkFailure> blocked = where(row -> row.blocked);
    blocked.forEach(row -> unblock(row.worker, row.item, now));
    return blocked.size();
  }

  @Override
  public synchronized List<WorkFailure> list(boolean blocked, int limit, int offset) {
    return where(row -> row.blocked == blocked).stream()
        .sorted(Comparator.comparing(row -> row.since))
        .skip(offset)
        .limit(limit)
        .collect(Collectors.toList());
  }

  @Override
  public synchronized int count(boolean blocked) {
    return where(row -> row.blocked == blocked).size();
  }

  private List<WorkFailure> where(Predicate<WorkFailure> condition) {
    return new ArrayList<>(rows.values()).stream().filter(condition).collect(Collectors.toList());
  }

  private static String key(String worker, String item) {
    return worker + '\n' + item;
  }
}
