package org.postpurchase.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.LeasedWork;
import org.postpurchase.shared.Transactions;

/**
 * Works out the rows of people about whom another feature has something new to say: points, tiers,
 * reviews, referrals, consents. One node at a time, once a second at most.
 */
final class FollowFeatures implements DueWork {
  private static final int LEASE_SECONDS = 30;
  private static final int PAGE = 200;
  private static final Duration REST = Duration.ofSeconds(1);

  private final FactsSwitch facts;
  private final Changes changes;
  private final RefreshPeople refresh;
  private final Transactions transactions;
  private final LeasedWork work;
  private long restUntilNanos = System.nanoTime();

  FollowFeatures(
      FactsSwitch facts,
      Changes changes,
      RefreshPeople refresh,
      Transactions transactions,
      PersonEngine.Node node) {
    this.facts = facts;
    this.changes = changes;
    this.refresh = refresh;
    this.transactions = transactions;
    work = node.leased(name(), LEASE_SECONDS);
  }

  @Override
  public String name() {
    return "people-follow";
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return Optional.empty();
  }

  @Override
  public synchronized int runDue() {
    if (System.nanoTime() - restUntilNanos < 0
        || transactions.call(facts::stage) != FactsSwitch.Stage.DONE) {
      return 0;
    }
    restUntilNanos = System.nanoTime() + REST.toNanos();
    return work.run(this::pages);
  }

  private int pages() {
    int done = 0;
    int page;
    do {
      page =
          transactions.call(
              () -> {
                List<PersonRef> people = changes.next(PAGE);
                return people.isEmpty() ? 0 : refresh.people(people);
              });
      done += page;
    } while (page >= PAGE && !Thread.currentThread().isInterrupted());
    return done;
  }
}
