package org.postpurchase.occasion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;

/**
 * Tells series of carts that were left. Goes through the carts in the order in which they were
 * touched last, and keeps how far it has come, so that a look costs what changed since the last
 * one. Looks at nothing while no series waits, and at no cart from before it was switched on.
 *
 * <p>The mark is moved by compare-and-set in the transaction that tells: of two nodes one does. A
 * crash tells nothing, and the next look tells the same carts; each is told once.
 */
public final class ReportCarts implements Upkeep {
  private static final int BATCH = 100;
  private static final Duration REST = Duration.ofMinutes(1);

  private final IdleCarts carts;
  private final DueOccasions rows;
  private final Moments moments;
  private final Transactions transactions;
  private final Clock clock;
  private final WorkFailures failures;
  private final WorkFailures.Work<Instant> walk;
  private Instant lookedAt = Instant.EPOCH;

  /** Whether a series waited at the last look, so that an idle shop is asked once a look. */
  private volatile boolean wanted;

  public ReportCarts(
      IdleCarts carts,
      DueOccasions rows,
      Moments moments,
      WorkFailures failures,
      Transactions transactions,
      Clock clock) {
    this.carts = carts;
    this.rows = rows;
    this.moments = moments;
    this.failures = failures;
    this.transactions = transactions;
    this.clock = clock;
    walk = WorkFailures.Work.of("carts", most -> due(), now -> "walk", this::look);
  }

  @Override
  public String name() {
    return "carts";
  }

  @Override
  public synchronized int runDue() {
    return failures.run(walk, 1);
  }

  /** The next stretch, at most once a minute. */
  private List<Instant> due() {
    Instant now = clock.instant();
    boolean rests = now.isBefore(lookedAt.plus(REST)) && !now.isBefore(lookedAt);
    if (rests) {
      return Collections.emptyList();
    }
    wanted = moments.audience(CartTrigger.KEY).isPresent();
    return wanted ? Collections.singletonList(now) : Collections.emptyList();
  }

  /** Goes through all carts up to now; true if there were any. */
  private boolean look(Instant now) {
    int all = 0;
    Optional<IdleCarts.Stretch> stretch;
    do {
      stretch = transactions.call(() -> batch(now));
      all += stretch.map(some -> some.carts.size()).orElse(0);
    } while (stretch.filter(some -> some.cutOffAt.isPresent()).isPresent()
        && !Thread.currentThread().isInterrupted());
    lookedAt = now;
    return all > 0;
  }

  /** Empty where there is nothing to do. */
  private Optional<IdleCarts.Stretch> batch(Instant now) {
    Optional<Moments.Audience> audience = moments.audience(CartTrigger.KEY);
    if (!audience.isPresent()) {
      return Optional.empty();
    }
    Optional<Instant> mark = rows.mark(CartTrigger.KEY);
    Instant from = later(mark.orElse(Instant.EPOCH), audience.get().first);
    Instant until = now.minus(CartTrigger.IDLE);
    if (!until.isAfter(from)) {
      return Optional.empty();
    }
    IdleCarts.Stretch left = stretch(from, until);
    Instant reached = left.cutOffAt.map(ReportCarts::justBefore).orElse(until);
    if (!rows.moveMark(CartTrigger.KEY, mark, reached)) {
      return Optional.empty(); // another node was first
    }
    moments.report(
        left.carts.stream()
            .map(cart -> CartTrigger.moment(cart, now))
            .collect(Collectors.toList()));
    return Optional.of(left);
  }

  /** So many that the mark moves, however many were touched at the same moment. */
  private IdleCarts.Stretch stretch(Instant from, Instant until) {
    int most = BATCH;
    IdleCarts.Stretch left = carts.lastTouched(from, until, most);
    while (left.cutOffAt.filter(at -> !justBefore(at).isAfter(from)).isPresent()) {
      most *= 2;
      left = carts.lastTouched(from, until, most);
    }
    return left;
  }

  /** Others may have been touched at the moment at which it was cut off; those go once more. */
  private static Instant justBefore(Instant moment) {
    return moment.minusMillis(1);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  @Override
  public Optional<Instant> nextDueAt() {
    if (!wanted) {
      return Optional.empty();
    }
    return transactions.call(
        () ->
            moments
                .audience(CartTrigger.KEY)
                .map(a -> later(rows.mark(CartTrigger.KEY).orElse(Instant.EPOCH), a.first))
                .flatMap(carts::firstTouched)
                .map(touched -> later(touched.plus(CartTrigger.IDLE), lookedAt.plus(REST))));
  }
}
