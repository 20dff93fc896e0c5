package org.postpurchase.shared;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.function.IntSupplier;

/**
 * Work that is one item as a whole and that one node at a time may do, such as collecting facts
 * page by page.
 *
 * <p>It is done under a lease that is prolonged meanwhile. When it fails it rests and is blocked
 * like every other item of background work, see {@link WorkFailures}. A node that dies loses the
 * lease soon.
 */
public final class LeasedWork {
  private final String name;
  private final WorkFailures failures;
  private final Leases leases;
  private final String owner;
  private final int leaseSeconds;

  /**
   * @param name of the lease and of the work
   * @param owner tells this node from the others
   */
  public LeasedWork(
      String name, WorkFailures failures, Leases leases, String owner, int leaseSeconds) {
    this.name = requireNonNull(name, "name");
    this.failures = requireNonNull(failures, "failures");
    this.leases = requireNonNull(leases, "leases");
    this.owner = requireNonNull(owner, "owner");
    this.leaseSeconds = leaseSeconds;
  }

  /**
   * Does it, unless another node is at it or it rests.
   *
   * @param work returns how much it has done
   * @return the same; 0 when it was not done
   */
  public int run(IntSupplier work) {
    Once once = new Once(work);
    WorkFailures.Work<String> whole =
        WorkFailures.Work.of(
            name, limit -> Collections.singletonList(name), item -> item, item -> once.run());
    failures.run(whole, 1);
    return once.done;
  }

  /** Items are offered until nothing is done about them any more; this one is done once a run. */
  private final class Once {
    final IntSupplier work;
    boolean hasRun;
    int done;

    Once(IntSupplier work) {
      this.work = work;
    }

    boolean run() {
      if (hasRun) {
        return false;
      }
      hasRun = true;
      done = leased(work);
      return done > 0;
    }
  }

  private int leased(IntSupplier work) {
    return HeldLease.during(leases, name, owner, leaseSeconds, work::getAsInt).orElse(0);
  }
}
