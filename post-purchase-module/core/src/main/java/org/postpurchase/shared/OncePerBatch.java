package org.postpurchase.shared;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Asks once what several reactions to one batch of events ask, although each of them has a
 * transaction of its own: the first answer serves the others. For what none of the reactions
 * writes; everything else they read in their own transactions.
 *
 * <p>An answer is read after the batch was claimed, so it knows whatever was saved before any of
 * its events was recorded. It is dropped when the batch is over, when anything in it fails or is
 * run again, before each event that is handled by itself for that reason, and after ten seconds.
 * Outside a batch everybody asks anew. Belongs to the thread that has opened it; other threads ask
 * for themselves.
 */
public final class OncePerBatch implements AutoCloseable {
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final ThreadLocal<OncePerBatch> OPEN = new ThreadLocal<>();

  private final Map<String, Object> answers = new HashMap<>();
  private final OncePerBatch outer = OPEN.get();
  private final LongSupplier nanos;
  private long since;

  private OncePerBatch(LongSupplier nanos) {
    this.nanos = requireNonNull(nanos, "nanos");
  }

  /** Opens a batch on this thread; closed by the same thread. */
  public static OncePerBatch open() {
    return open(System::nanoTime);
  }

  static OncePerBatch open(LongSupplier nanos) {
    OncePerBatch batch = new OncePerBatch(nanos);
    OPEN.set(batch);
    return batch;
  }

  /**
   * @param question names what is asked, with all that the answer depends on
   * @param ask never gives null; what it throws is not kept
   */
  @SuppressWarnings("unchecked") // the same question has the same kind of answer
  public static <T> T of(String question, Supplier<T> ask) {
    OncePerBatch batch = OPEN.get();
    if (batch == null) {
      return ask.get();
    }
    batch.dropOld();
    T answer = (T) batch.answers.get(question);
    if (answer == null) {
      answer = ask.get();
      batch.answers.put(question, answer);
    }
    return answer;
  }

  /** Whether this thread is handling a batch. */
  public static boolean isOpen() {
    return OPEN.get() != null;
  }

  /** Everybody asks anew from now on. */
  public static void forget() {
    OncePerBatch batch = OPEN.get();
    if (batch != null) {
      batch.answers.clear();
    }
  }

  private void dropOld() {
    long now = nanos.getAsLong();
    if (answers.isEmpty()) {
      since = now;
    } else if (now - since >= KEPT.toNanos()) {
      answers.clear();
      since = now;
    }
  }

  @Override
  public void close() {
    if (outer == null) {
      OPEN.remove();
    } else {
      OPEN.set(outer);
    }
  }
}
