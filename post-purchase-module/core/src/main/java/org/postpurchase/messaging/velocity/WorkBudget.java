package org.postpurchase.messaging.velocity;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How much one rendering may do: calls and look-ups, characters that these go through, and seconds
 * of processor time. The first two end a runaway template after the same step on every machine; the
 * time is for what they do not see, and other programs on a busy machine do not use it up.
 *
 * <p>For the thread that renders; {@link #current} is its budget until it is closed.
 */
final class WorkBudget implements AutoCloseable {
  private static final int CALLS_MAX = 300_000;
  private static final long CHARACTERS_MAX = 20_000_000;
  private static final long SECONDS_MAX = 3;
  private static final int CALLS_BETWEEN_LOOKS_AT_THE_TIME = 256;
  private static final String ADVICE =
      " Usual reasons are loops inside of loops, and long texts put together piece by piece. Show"
          + " fewer things.";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ThreadLocal<WorkBudget> CURRENT = new ThreadLocal<>();

  private final String name;
  private final WorkBudget outer;
  private final long startedAt = time();
  private int calls;
  private long characters;

  private WorkBudget(String name) {
    this.name = name;
    this.outer = CURRENT.get();
  }

  static WorkBudget open(String name) {
    WorkBudget budget = new WorkBudget(name);
    CURRENT.set(budget);
    return budget;
  }

  static WorkBudget current() {
    WorkBudget budget = CURRENT.get();
    if (budget == null) {
      throw new IllegalStateException("Indicates a bug: a template is rendered without a budget.");
    }
    return budget;
  }

  /** Pays for one call or look-up that goes through so many characters. */
  void call(long throughCharacters) {
    calls++;
    characters += throughCharacters;
    if (calls > CALLS_MAX) {
      throw tooMuch("more than " + CALLS_MAX + " calls and values");
    }
    if (characters > CHARACTERS_MAX) {
      throw tooMuch("going through more than " + CHARACTERS_MAX + " characters");
    }
    if (calls % CALLS_BETWEEN_LOOKS_AT_THE_TIME == 0
        && time() - startedAt > SECONDS_MAX * 1_000_000_000L) {
      throw tooMuch("more than " + SECONDS_MAX + " seconds of processor time");
    }
  }

  private TooMuchWorkException tooMuch(String what) {
    return new TooMuchWorkException(name, "it is too much work: " + what + "." + ADVICE);
  }

  private static long time() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  @Override
  public void close() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }
}
