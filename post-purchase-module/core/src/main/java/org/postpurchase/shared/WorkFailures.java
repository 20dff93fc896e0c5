package org.postpurchase.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all background work does about items that fail: it goes on with the others, tries the item
 * again with exponential back-off, and sets it aside for a person after the policy's number of
 * attempts.
 *
 * <p>Rests and blocked items are rows, so that they outlive a restart and hold for every node. An
 * item that is resting or blocked takes no place in a batch, however many there are. When an item
 * is done after all, or is not due any more, its row goes. Where a failure cannot be stored, the
 * database is what is broken: the run ends and nothing is counted. As long as nothing fails this
 * costs no statement.
 */
public final class WorkFailures {
  private static final Logger LOG = LoggerFactory.getLogger(WorkFailures.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);

  /** More often no item has something to be done at one moment. */
  private static final int TURNS_MAX = 4;

  private final WorkFailureStore store;
  private final AttemptPolicy policy;
  private final Transactions transactions;
  private final Clock clock;
  private final Set<String> withoutRows = ConcurrentHashMap.newKeySet();

  public WorkFailures(
      WorkFailureStore store, AttemptPolicy policy, Transactions transactions, Clock clock) {
    this.store = store;
    this.policy = policy;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Ten attempts over about three hours. */
  public static AttemptPolicy policy() {
    return new AttemptPolicy(10, Duration.ofSeconds(30), Duration.ofHours(1), new Random());
  }

  /** Kept by this object alone, for a node without the table. */
  public static WorkFailures inMemory(Transactions transactions, Clock clock) {
    return new WorkFailures(new RememberedFailures(), policy(), transactions, clock);
  }

  /**
   * One kind of work on items.
   *
   * @param <T> an item
   */
  public interface Work<T> {
    /** Names the work in rows and on screens; at most 40 characters. */
    String name();

    /** Items that are due, in an order that stays the same while nothing is done about them. */
    List<T> due(int limit);

    /** Identifies an item; at most 200 characters. */
    String key(T item);

    /** Does it, in its own transaction; false when there was nothing to be done. */
    boolean work(T item);

    /** Work made of its parts. */
    static <T> Work<T> of(
        String name,
        Function<Integer, List<T>> due,
        Function<T, String> key,
        Function<T, Boolean> work) {
      return new Work<T>() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public List<T> due(int limit) {
          return due.apply(limit);
        }

        @Override
        public String key(T item) {
          return key.apply(item);
        }

        @Override
        public boolean work(T item) {
          return work.apply(item);
        }
      };
    }
  }

  /** Does what is due until nothing but resting and blocked items is left. */
  public <T> int run(Work<T> work, int batch) {
    Round round = null;
    int done = 0;
    while (!Thread.currentThread().isInterrupted()) {
      int limit = batch + (round == null ? 0 : round.passed.size());
      List<T> items = transactions.call(() -> work.due(limit));
      if (round == null) {
        if (items.isEmpty() && withoutRows.contains(work.name())) {
          return 0;
        }
        round = open(work.name());
      }
      int before = round.turns;
      for (T item : items) {
        done += round.attempt(work.key(item), () -> work.work(item)) ? 1 : 0;
      }
      if (items.size() < limit && round.turns == before) {
        round.forgetAllBut(keys(work, items));
        break;
      }
    }
    return done;
  }

  /**
   * When there is something to do next.
   *
   * @param later the first moment after a given one at which an item becomes due
   */
  public <T> Optional<Instant> next(
      Work<T> work, int batch, Function<Instant, Optional<Instant>> later) {
    Instant now = clock.instant();
    return transactions.call(
        () -> {
          Round round = open(work.name());
          for (T item : work.due(batch + round.known.size())) {
            if (!round.rests(work.key(item))) {
              return Optional.of(now);
            }
          }
          Instant first = later.apply(now).orElse(null);
          for (WorkFailure failure : round.known.values()) {
            if (!failure.blocked && (first == null || failure.nextAt.isBefore(first))) {
              first = failure.nextAt;
            }
          }
          return Optional.ofNullable(first);
        });
  }

  <T> List<T> page(WorkInSets.Pages<T> pages, T after, int limit) {
    return transactions.call(() -> pages.due(after, limit));
  }

  /** Whether no item of that work has failed, as far as this node knows. */
  boolean hasNone(String worker) {
    return withoutRows.contains(worker);
  }

  /** A look at all items of one work. */
  public Round open(String worker) {
    return new Round(worker);
  }

  private static <T> Set<String> keys(Work<T> work, List<T> items) {
    Set<String> keys = new HashSet<>();
    items.forEach(item -> keys.add(work.key(item)));
    return keys;
  }

  /** Each item once, in one thread. */
  public final class Round {
    private final String worker;
    private final Map<String, WorkFailure> known = new HashMap<>();
    private final Map<String, Integer> turnsOf = new HashMap<>();
    private final Set<String> passed = new HashSet<>();
    private int turns;

    private Round(String worker) {
      this.worker = worker;
      transactions.call(() -> store.of(worker)).forEach(each -> known.put(each.item, each));
      Instant now = clock.instant();
      known.values().stream().filter(f -> f.rests(now)).forEach(f -> passed.add(f.item));
      note();
    }

    private boolean rests(String key) {
      return passed.contains(key);
    }

    /** Whether the item has failed and not been done since. */
    boolean hasFailed(String key) {
      return known.containsKey(key);
    }

    /** Tries the item unless it rests; whatever it throws stays with the item. */
    public boolean attempt(String key, BooleanSupplier work) {
      if (passed.contains(key)) {
        return false;
      }
      turns++;
      boolean done;
      try {
        done = work.getAsBoolean();
      } catch (Exception | LinkageError | StackOverflowError failure) { // never stops the others
        passed.add(key);
        failed(key, failure);
        return false;
      }
      if (known.remove(key) != null) {
        transactions.run(() -> store.forget(worker, key));
        note();
      }
      if (!done || turnsOf.merge(key, 1, Integer::sum) >= TURNS_MAX) {
        passed.add(key);
      }
      return done;
    }

    private void failed(String key, Throwable failure) {
      WorkFailure before = known.get(key);
      int attempts = before == null ? 1 : before.attempts + 1;
      Instant now = clock.instant();
      boolean blocked = policy.isExhausted(attempts);
      WorkFailure after =
          new WorkFailure(
              worker,
              key,
              attempts,
              before == null ? now : before.since,
              blocked ? now : now.plus(policy.restAfter(attempts)),
              blocked,
              Reasons.of(failure));
      transactions.run(() -> store.save(before, after));
      known.put(key, after);
      note();
      String line =
          " work=" + worker + " item='" + key + "' attempts=" + attempts + ": " + after.reason;
      if (blocked) {
        TROUBLE.error(worker + " blocked", "blocked until somebody unblocks it" + line, failure);
      } else {
        TROUBLE.warn(worker + " retry", "failed, tried again later" + line);
      }
    }

    /** Call when everything that is due was seen: other items need nothing any more. */
    public void forgetAllBut(Set<String> due) {
      for (String item : new ArrayList<>(known.keySet())) {
        if (!due.contains(item)) {
          transactions.run(() -> store.forget(worker, item));
          known.remove(item);
        }
      }
      note();
    }

    private void note() {
      if (known.isEmpty()) {
        withoutRows.add(worker);
      } else {
        withoutRows.remove(worker);
      }
    }
  }
}
