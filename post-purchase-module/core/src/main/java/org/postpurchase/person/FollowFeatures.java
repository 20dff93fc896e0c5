package org.postpurchase.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.LeasedWork;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Transactions;

/**
 * Works out the rows of people about whom another feature has something new to say: points, tiers,
 * reviews, referrals, scores, consents. One node at a time.
 *
 * <p>Woken when order events were handled, and when a feature on this node has written something
 * that facts follow from ({@link PersonEngine#changed}). While the ends of the tables stay where
 * they are, a look is one statement, and one more once a minute. Once one has moved, all of them
 * are read for a minute, because a row can become visible later than one after it, and every ten
 * minutes in any case.
 */
final class FollowFeatures implements DueWork {
  private static final int LEASE_SECONDS = 30;
  private static final int REST_POLLS = 30;
  private static final int PAGE = 200;
  private static final Duration THOROUGH = Duration.ofMinutes(1);
  private static final Duration AT_LEAST = Duration.ofMinutes(10);

  private final FactsSwitch facts;
  private final Changes changes;
  private final RefreshPeople refresh;
  private final Transactions transactions;
  private final Clock clock;
  private final LeasedWork work;
  private String known = "";
  private Instant changedAt = Instant.EPOCH;
  private Instant readAt = Instant.EPOCH;
  private Consumer<Runnable> waker = wake -> {};

  FollowFeatures(
      FactsSwitch facts,
      Changes changes,
      RefreshPeople refresh,
      Transactions transactions,
      Node node) {
    this.facts = facts;
    this.changes = changes;
    this.refresh = refresh;
    this.transactions = transactions;
    clock = node.clock;
    work = node.leased(name(), LEASE_SECONDS);
  }

  @Override
  public String name() {
    return "people-follow";
  }

  /** Passes on how to wake it. */
  FollowFeatures woken(Consumer<Runnable> by) {
    waker = by;
    return this;
  }

  @Override
  public void wokenBy(Runnable wake) {
    waker.accept(wake);
  }

  @Override
  public int restsAtMost() {
    return REST_POLLS;
  }

  @Override
  public boolean followsEvents() {
    return true;
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return Optional.empty();
  }

  @Override
  public synchronized int runDue() {
    if (transactions.call(facts::stage) != FactsSwitch.Stage.DONE || !isWorthwhile()) {
      return 0;
    }
    return work.run(this::pages);
  }

  private boolean isWorthwhile() {
    Instant now = clock.instant();
    String ends = transactions.call(changes::ends);
    if (!ends.equals(known)) {
      known = ends;
      changedAt = now;
    }
    boolean read = isWithin(THOROUGH, changedAt, now) || !isWithin(AT_LEAST, readAt, now);
    readAt = read ? now : readAt;
    return read;
  }

  private static boolean isWithin(Duration span, Instant since, Instant now) {
    return !now.isBefore(since) && now.isBefore(since.plus(span));
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
