package org.postpurchase.shared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs background work in sets: page by page, each in one transaction. A set that fails is undone
 * and its items are done one by one, as are items that have failed before; {@link WorkFailures}
 * keeps what fails then.
 *
 * <p>Several nodes may run the same work at once: each goes through all pages, and a set leaves out
 * what another node is working on.
 *
 * @param <T> an item
 */
public final class WorkInSets<T> {
  private static final Logger LOG = LoggerFactory.getLogger(WorkInSets.class);

  /** So often an item may have something to be done at one moment. */
  private static final int PASSES_MAX = 4;

  private final WorkFailures.Work<T> single;
  private final Pages<T> pages;
  private final ToIntFunction<List<T>> set;

  /** Items that are due, in a lasting order. */
  public interface Pages<T> {
    /**
     * @param after the last item of the page before; null for the first page
     */
    List<T> due(T after, int limit);
  }

  private WorkInSets(WorkFailures.Work<T> single, Pages<T> pages, ToIntFunction<List<T>> set) {
    this.single = single;
    this.pages = pages;
    this.set = set;
  }

  /**
   * @param key identifies an item; at most 200 characters
   * @param one does one item, in its own transaction; false when there was nothing to be done
   * @param set does many in one transaction, with those left out that another node works on;
   *     returns for how many something was done
   */
  public static <T> WorkInSets<T> of(
      String name,
      Pages<T> pages,
      Function<T, String> key,
      Function<T, Boolean> one,
      ToIntFunction<List<T>> set) {
    WorkFailures.Work<T> single =
        WorkFailures.Work.of(name, limit -> pages.due(null, limit), key, one);
    return new WorkInSets<>(single, pages, set);
  }

  /** The same work one by one. */
  public WorkFailures.Work<T> single() {
    return single;
  }

  /** Does what is due until a look at all of it finds nothing to be done. */
  public int run(WorkFailures failures, int batch) {
    WorkFailures.Round round = null;
    int done = 0;
    for (int pass = 0; pass < PASSES_MAX; pass++) {
      Set<String> due = new HashSet<>();
      int before = done;
      T last = null;
      String lastKey = "";
      while (true) {
        if (Thread.currentThread().isInterrupted()) {
          return done;
        }
        List<T> page = failures.page(pages, last, batch);
        if (round == null) {
          if (page.isEmpty() && failures.hasNone(single.name())) {
            return 0;
          }
          round = failures.open(single.name());
        }
        done += work(round, page, due);
        last = page.isEmpty() ? null : page.get(page.size() - 1);
        String key = last == null ? "" : single.key(last);
        if (page.size() < batch || key.equals(lastKey)) { // pages that do not advance have no end
          break;
        }
        lastKey = key;
      }
      round.forgetAllBut(due);
      if (done == before) {
        return done;
      }
    }
    return done;
  }

  private int work(WorkFailures.Round round, List<T> page, Set<String> due) {
    List<T> fresh = new ArrayList<>();
    int done = 0;
    for (T item : page) {
      String key = single.key(item);
      if (round.hasFailed(key)) {
        due.add(key);
        done += round.attempt(key, () -> single.work(item)) ? 1 : 0;
      } else {
        fresh.add(item);
      }
    }
    if (fresh.isEmpty()) {
      return done;
    }
    try {
      return done + set.applyAsInt(fresh);
    } catch (Exception | LinkageError | StackOverflowError failure) {
      LOG.debug("a set failed and is done one by one work={}", single.name(), failure);
    }
    for (T item : fresh) {
      String key = single.key(item);
      done += round.attempt(key, () -> single.work(item)) ? 1 : 0;
      if (round.hasFailed(key)) {
        due.add(key);
      }
    }
    return done;
  }
}
