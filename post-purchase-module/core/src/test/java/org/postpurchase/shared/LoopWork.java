package org.postpurchase.shared;

import java.time.Instant;
import java.util.Optional;

/** Work that does the same thing each time, for tests of the loop. */
final class LoopWork {
  private LoopWork() {}

  static DueWork upkeep(String name, Runnable run) {
    return work(name, run, true);
  }

  static DueWork work(String name, Runnable run) {
    return work(name, run, false);
  }

  private static DueWork work(String name, Runnable run, boolean upkeep) {
    return new DueWork() {
      @Override
      public boolean isUpkeep() {
        return upkeep;
      }

      @Override
      public String name() {
        return name;
      }

      @Override
      public int runDue() {
        run.run();
        return 1;
      }

      @Override
      public Optional<Instant> nextDueAt() {
        return Optional.empty();
      }
    };
  }
}
