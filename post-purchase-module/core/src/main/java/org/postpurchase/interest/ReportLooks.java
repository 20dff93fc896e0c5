package org.postpurchase.interest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.occasion.DueOccasions;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;

/**
 * Tells series of products that somebody has looked at twice. Goes through them in the order in
 * which they were looked at last, and keeps how far it has come. Looks at nothing while no series
 * waits, and at nothing from before it was switched on.
 *
 * <p>The mark is moved by compare-and-set in the transaction that tells: of two nodes one does. A
 * crash tells nothing, and the next look tells the same; each is told once.
 */
public final class ReportLooks implements Upkeep {
  private static final int BATCH = 100;
  private static final Duration REST = Duration.ofMinutes(1);

  /** While nobody looks at anything, how far it came is noted this often. */
  private static final Duration UNMARKED = Duration.ofMinutes(10);

  private final InterestStore store;

  private final DueOccasions marks;
  private final Moments moments;
  private final Transactions transactions;
  private final Clock clock;
  private final WorkFailures failures;
  private final WorkFailures.Work<Instant> walk;
  private Instant lookedAt = Instant.EPOCH;

  /** Whether a series waited at the last look, so that an idle shop is asked once a look. */
  private volatile boolean wanted;

  public ReportLooks(
      InterestStore store,
      DueOccasions marks,
      Moments moments,
      WorkFailures failures,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.marks = marks;
    this.moments = moments;
    this.failures = failures;
    this.transactions = transactions;
    this.clock = clock;
    walk = WorkFailures.Work.of("looks", most -> due(), now -> "walk", this::look);
  }

  @Override
  public String name() {
    return "looks";
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
    wanted = moments.audience(BrowseTrigger.KEY).isPresent();
    return wanted ? Collections.singletonList(now) : Collections.emptyList();
  }

  private boolean look(Instant now) {
    int all = 0;
    int batch;
    do {
      batch = transactions.call(() -> batch(now));
      all += batch;
    } while (batch >= BATCH && !Thread.currentThread().isInterrupted());
    lookedAt = now;
    return all > 0;
  }

  private int batch(Instant now) {
    Optional<Instant> mark = marks.mark(BrowseTrigger.KEY);
    Optional<Instant> from =
        moments.audience(BrowseTrigger.KEY).map(audience -> after(audience, mark));
    Instant until = now.minus(BrowseTrigger.IDLE);
    if (!from.isPresent() || !until.isAfter(from.get())) {
      return 0;
    }
    int most = BATCH;
    List<Look> looks = looks(from.get(), until, most);
    while (looks.size() == most && !justBefore(looks).isAfter(from.get())) {
      most *= 2; // more than a batch at one moment
      looks = looks(from.get(), until, most);
    }
    if (looks.isEmpty() && until.isBefore(from.get().plus(UNMARKED))) {
      return 0;
    }
    Instant reached = looks.size() == most ? justBefore(looks) : until;
    if (!marks.moveMark(BrowseTrigger.KEY, mark, reached)) {
      return 0; // another node was first
    }
    List<Moment> happened = new ArrayList<>();
    looks.forEach(look -> BrowseTrigger.moment(look, now).ifPresent(happened::add));
    moments.report(happened);
    return looks.size();
  }

  private List<Look> looks(Instant from, Instant until, int most) {
    return store.lastSeen(from, until, BrowseTrigger.VISITS, most);
  }

  /** Others may be of the moment of the last one; those of it go once more. */
  private static Instant justBefore(List<Look> looks) {
    return looks.get(looks.size() - 1).lastAt.minusMillis(1);
  }

  /** After what is looked for. */
  private static Instant after(Moments.Audience audience, Optional<Instant> mark) {
    return later(mark.orElse(Instant.EPOCH), audience.first);
  }

  @Override
  public Optional<Instant> nextDueAt() {
    if (!wanted) {
      return Optional.empty();
    }
    return transactions.call(
        () ->
            moments
                .audience(BrowseTrigger.KEY)
                .map(audience -> after(audience, marks.mark(BrowseTrigger.KEY)))
                .flatMap(after -> store.firstSeen(after, BrowseTrigger.VISITS))
                .map(seen -> later(seen.plus(BrowseTrigger.IDLE), lookedAt.plus(REST))));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
