package org.postpurchase.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.HeldLease;
import org.postpurchase.shared.OncePerBatch;
import org.postpurchase.shared.Transactions;

/**
 * Takes waiting entries to their handlers, in batches.
 *
 * <p>Claims a batch by lease (the attempt is counted before a handler runs, so a handler that kills
 * the JVM is counted and blocked too), then hands each handler its entries in one transaction
 * together with their marks. A batch that fails is undone and handed over one by one, see {@link
 * HandOver}. The leases of what waits its turn are prolonged while the others are handled, so slow
 * handlers cost nobody an attempt. Any number of relays may run on any number of JVMs: an entry's
 * effects commit once.
 */
public final class OutboxRelay implements DueWork {
  /** How many entries are claimed at once, unless it is set. */
  public static final int BATCH = 100;

  private static final int BATCH_MAX = 500;
  private static final int LEASE_SECONDS = 30;

  private final OutboxStore store;
  private final HandOver handOver;
  private final Transactions transactions;
  private final Clock clock;
  private final String owner;
  private final int leaseSeconds;
  private final int batch;

  public OutboxRelay(
      OutboxStore store,
      List<? extends EventHandler> handlers,
      AttemptPolicy policy,
      Transactions transactions,
      Clock clock,
      String owner) {
    this(store, new Reactions(handlers, events -> {}), policy, transactions, clock, owner);
  }

  public OutboxRelay(
      OutboxStore store,
      Reactions reactions,
      AttemptPolicy policy,
      Transactions transactions,
      Clock clock,
      String owner) {
    this.store = store;
    this.handOver = new HandOver(store, reactions, policy, transactions, clock, owner);
    this.leaseSeconds = reactions.leaseSeconds;
    this.batch = reactions.batch;
    this.transactions = transactions;
    this.clock = clock;
    this.owner = owner;
  }

  /**
   * Who reacts to events, and what is done about events once, before any handler sees them, in the
   * transaction that hands them on.
   */
  public static final class Reactions {
    final List<EventHandler> handlers;
    final Consumer<List<OrderEvent>> preparation;
    int leaseSeconds = LEASE_SECONDS;
    int batch = BATCH;

    public Reactions(
        List<? extends EventHandler> handlers, Consumer<List<OrderEvent>> preparation) {
      this.handlers = new ArrayList<>(handlers);
      this.preparation = preparation;
    }

    /**
     * @param newBatch how many entries are claimed, and handled in one transaction for each
     *     handler; 1 to 500
     */
    public Reactions inBatchesOf(int newBatch) {
      if (newBatch < 1 || newBatch > BATCH_MAX) {
        throw new IllegalArgumentException(
            "a batch has 1 to " + BATCH_MAX + " events, not " + newBatch);
      }
      batch = newBatch;
      return this;
    }

    Reactions leasedFor(int seconds) {
      leaseSeconds = seconds;
      return this;
    }
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public synchronized int runDue() {
    int touched = 0;
    while (!Thread.currentThread().isInterrupted()) {
      List<OutboxEntry> claimed =
          transactions.call(() -> store.claim(clock.instant(), batch, owner, leaseSeconds));
      if (claimed.isEmpty()) {
        break;
      }
      touched += handleAll(claimed);
    }
    return touched;
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return store.nextDueAt();
  }

  /** Also what becomes of it: facts are passed on to entries that are handled right after them. */
  private int handleAll(List<OutboxEntry> claimed) {
    ConcurrentLinkedQueue<OutboxEntry> ours = new ConcurrentLinkedQueue<>(claimed);
    int handled = 0;
    try (HeldLease held = new HeldLease("outbox", leaseSeconds, () -> prolong(ours));
        OncePerBatch answers = OncePerBatch.open()) {
      for (List<OutboxEntry> next = claimed; !next.isEmpty(); ) {
        handled += next.size();
        List<OutboxEntry> passedOn = new ArrayList<>();
        for (List<OutboxEntry> together : handOver.batches(next)) {
          passedOn.addAll(handOver.handle(together, ours));
          if (Thread.currentThread().isInterrupted()) {
            transactions.run(() -> store.giveBack(new ArrayList<>(ours)));
            return handled;
          }
        }
        next = passedOn;
      }
    }
    return handled;
  }

  private void prolong(ConcurrentLinkedQueue<OutboxEntry> ours) {
    transactions.run(() -> store.prolong(new ArrayList<>(ours), leaseSeconds));
  }
}
