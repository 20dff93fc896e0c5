package org.postpurchase.interest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.postpurchase.shared.LeasedWork;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;

/**
 * Deletes what was last looked at thirty days ago, once an hour, whatever the shop keeps of other
 * things. One node at a time; a crash leaves the rest to the next run.
 */
public final class ForgetLooks implements Upkeep {
  private static final int LEASE_SECONDS = 60;
  private static final int BATCH = 500;
  private static final Duration EVERY = Duration.ofHours(1);

  private final InterestStore store;
  private final Consumer<Set<String>> forgotten;
  private final Transactions transactions;
  private final Clock clock;
  private final LeasedWork work;
  private Instant lookedAt = Instant.EPOCH;

  /**
   * @param forgotten is told whose rows have gone, in the transaction in which they went
   */
  public ForgetLooks(
      InterestStore store, Consumer<Set<String>> forgotten, Transactions transactions, Node node) {
    this.store = store;
    this.forgotten = forgotten;
    this.transactions = transactions;
    clock = node.clock;
    work = node.leased(name(), LEASE_SECONDS);
  }

  @Override
  public String name() {
    return "looks-old";
  }

  @Override
  public synchronized int runDue() {
    Instant now = clock.instant();
    if (now.isBefore(lookedAt.plus(EVERY)) && !now.isBefore(lookedAt)) {
      return 0;
    }
    lookedAt = now;
    return work.run(() -> forget(now.minus(Interests.KEPT)));
  }

  private int forget(Instant before) {
    int people = 0;
    Set<String> whose;
    do {
      whose =
          transactions.call(
              () -> {
                Set<String> gone = store.forgetBefore(before, BATCH);
                if (!gone.isEmpty()) {
                  forgotten.accept(gone);
                }
                return gone;
              });
      people += whose.size();
    } while (!whose.isEmpty() && !Thread.currentThread().isInterrupted());
    return people;
  }
}
