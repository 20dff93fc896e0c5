package org.postpurchase.broadleaf.config;

import java.util.List;
import javax.annotation.PostConstruct;
import javax.annotation.PreDestroy;
import org.postpurchase.broadleaf.order.HostOrderSweep;
import org.postpurchase.broadleaf.order.RelayWakeup;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.DueWorkLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that this node does in the background. Starts and ends with the webapp, and does
 * nothing on a node that is not to run it.
 */
public final class BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

  private final List<DueWork> work;
  private final HostOrderSweep sweep;
  private final DueWorkLoop loop;
  private final boolean runs;

  BackgroundWork(List<DueWork> work, HostOrderSweep sweep, ModuleSettings settings) {
    this.work = work;
    this.sweep = sweep;
    loop = new DueWorkLoop(work, settings.pollMillis());
    runs = settings.runsRelay();
  }

  @PostConstruct
  void start() {
    if (runs) {
      loop.start();
      RelayWakeup.notify(loop::wake);
    }
  }

  @PreDestroy
  void stop() {
    RelayWakeup.notify(() -> {});
    loop.close();
    if (runs) {
      giveBack();
    }
  }

  /** So that the next start need not wait for the lease to run out. */
  private void giveBack() {
    try {
      sweep.giveBack();
    } catch (RuntimeException e) { // the database may be gone before the shop is
      LOG.debug("the lease of the sweep was not given back", e);
    }
  }

  /** Everything that waits for time, in the order in which one kind feeds the next. */
  public List<DueWork> getDueWork() {
    return work;
  }
}
