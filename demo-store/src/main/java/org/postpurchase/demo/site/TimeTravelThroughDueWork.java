package org.postpurchase.demo.site;

import java.time.Instant;
import javax.annotation.Resource;
import org.postpurchase.broadleaf.config.BackgroundWork;
import org.postpurchase.demo.launcher.DemoClock;
import org.postpurchase.demo.launcher.DemoRuntime;
import org.postpurchase.shared.DueWork;
import org.springframework.stereotype.Component;

/**
 * Stops at every moment at which something of the plugin becomes due, in order, and does it before
 * going on; so the result is as if the time had passed with the shop running.
 */
@Component
class TimeTravelThroughDueWork implements TimeTravel {
  /**
   * How often a moment is looked at again when another thread is still busy with what was due then.
   */
  private static final int LOOKS = 100;

  private static final long BETWEEN_LOOKS_MILLIS = 50;

  @Resource(name = "ppBackgroundWork")
  private BackgroundWork background;

  @Override
  public void to(Instant target) {
    DemoClock clock = DemoRuntime.clock();
    clearUpTo(clock.instant());
    for (Instant next = earliest(); next != null && next.isBefore(target); next = earliest()) {
      clock.moveTo(next);
      if (!clearUpTo(next)) {
        break;
      }
    }
    clock.moveTo(target);
    clearUpTo(target);
  }

  /** Does all that is due; false when something due at that moment is stuck with another node. */
  private boolean clearUpTo(Instant moment) {
    for (int look = 0; look < LOOKS; look++) {
      int done = 0;
      for (DueWork work : background.getDueWork()) {
        done += work.runDue();
      }
      Instant next = earliest();
      if (done == 0 && (next == null || next.isAfter(moment))) {
        return true;
      }
      if (done == 0 && !pause()) {
        return false;
      }
    }
    return false;
  }

  private Instant earliest() {
    Instant earliest = null;
    for (DueWork work : background.getDueWork()) {
      Instant next = work.nextDueAt().orElse(null);
      if (next != null && (earliest == null || next.isBefore(earliest))) {
        earliest = next;
      }
    }
    return earliest;
  }

  private static boolean pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
