package org.postpurchase.referral;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.LeasedWork;
import org.postpurchase.shared.Leases;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns by what the buyers of all orders from before a programme was first switched on can be
 * recognised, once: page by page of the host's order ids, on one node at a time, each page in a
 * transaction together with the place reached. A crash goes on where the last page ended; doing a
 * page again adds nothing. Costs nothing before a programme runs, and nothing once it is done.
 */
public final class IndexHistory implements Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(IndexHistory.class);
  private static final String LEASE = "person-keys";
  private static final int LEASE_SECONDS = 60;
  private static final int PAGE = 500;
  private static final int PAGES_A_RUN = 20;

  private final ReferralProgrammes programmes;
  private final BuyerReader buyers;
  private final LookAtFriend look;
  private final Node node;
  private final ReferralEngine.Base base;
  private final LeasedWork work;
  private volatile boolean done;

  /** Where the work stands; methods join the caller's transaction. */
  public interface Place {
    /** Id of the last order that was read; empty before the first page. */
    Optional<Long> reached();

    boolean isDone();

    void reach(long orderId, boolean end, Instant now);
  }

  /** Where it runs. */
  public static final class Node {
    final Place place;
    final Leases leases;
    final String owner;

    /**
     * @param owner tells this node from the others
     */
    public Node(Place place, Leases leases, String owner) {
      this.place = requireNonNull(place, "place");
      this.leases = requireNonNull(leases, "leases");
      this.owner = requireNonNull(owner, "owner");
    }
  }

  IndexHistory(
      ReferralProgrammes programmes,
      BuyerReader buyers,
      LookAtFriend look,
      Node node,
      ReferralEngine.Base base) {
    this.programmes = programmes;
    this.buyers = buyers;
    this.look = look;
    this.node = node;
    this.base = base;
    work = new LeasedWork(LEASE, base.failures, node.leases, node.owner, LEASE_SECONDS);
  }

  @Override
  public String name() {
    return "person-keys";
  }

  @Override
  public int runDue() {
    return done || !isWanted() ? 0 : work.run(this::pages);
  }

  private int pages() {
    int read = 0;
    int rows = PAGE;
    for (int i = 0; i < PAGES_A_RUN && rows == PAGE; i++) {
      rows = base.transactions.call(this::page);
      read += rows;
    }
    if (rows < PAGE) {
      done = true;
      LOG.info("buyers of earlier orders can be recognised, as far as their orders tell");
    }
    return read;
  }

  /** Nothing is kept of anybody before a merchant has switched referrals on. */
  private boolean isWanted() {
    return base.transactions.call(
        () -> {
          done = node.place.isDone();
          return !done && programmes.find().isPresent();
        });
  }

  private int page() {
    Instant now = base.clock.instant();
    long after = node.place.reached().orElse(0L);
    List<PersonFacts> page = buyers.placedAfter(after, PAGE);
    look.rememberWithin(page, now);
    long last = page.isEmpty() ? after : page.get(page.size() - 1).orderId;
    node.place.reach(last, page.size() < PAGE, now);
    return page.size();
  }

  /** How far it has come. */
  public Progress progress() {
    return base.transactions.call(
        () -> {
          boolean end = done || node.place.isDone();
          if (end || !programmes.find().isPresent()) {
            return new Progress(end, 0, 0);
          }
          return new Progress(
              false,
              node.place.reached().map(buyers::countPlaced).orElse(0L),
              buyers.countPlaced(Long.MAX_VALUE));
        });
  }

  /** Orders read, of how many. */
  public static final class Progress {
    public final boolean done;
    public final long read;
    public final long all;

    Progress(boolean done, long read, long all) {
      this.done = done;
      this.read = read;
      this.all = all;
    }
  }

  /** Deletes keys of persons that were seen too long ago to tell anything, once a day. */
  static final class Forget implements Upkeep {
    private static final int BATCH = 500;

    /** Of a day and kind; what is left goes the next day. */
    private static final int BATCHES_MAX = 400;

    private final PersonKeyStore people;
    private final ReferralEngine.Base base;
    private final Clock clock;
    private Instant next = Instant.EPOCH;

    Forget(PersonKeyStore people, ReferralEngine.Base base) {
      this.people = people;
      this.base = base;
      this.clock = base.clock;
    }

    @Override
    public String name() {
      return "person-keys-purge";
    }

    /** Two nodes at the same rows delete them once. */
    @Override
    public synchronized int runDue() {
      Instant now = clock.instant();
      if (now.isBefore(next)) {
        return 0;
      }
      next = now.plus(Duration.ofDays(1));
      return base.failures.run(
          WorkFailures.Work.of(
              name(),
              limit -> Arrays.asList(KeyKind.values()),
              KeyKind::name,
              kind -> forget(kind, now) > 0),
          KeyKind.values().length + 1);
    }

    private int forget(KeyKind kind, Instant now) {
      int all = 0;
      int gone = BATCH;
      for (int i = 0; i < BATCHES_MAX && gone == BATCH; i++) {
        gone = base.transactions.call(() -> people.forget(kind, kind.keptSince(now), BATCH));
        all += gone;
      }
      return all;
    }
  }
}
