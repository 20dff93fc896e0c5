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
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes waiting entries to their handlers.
 *
 * <p>Claims a batch by lease (the attempt is counted before the handler runs, so a handler that
 * kills the JVM is counted and blocked too), then handles each entry in a transaction of its own
 * together with its mark. A failure reschedules that entry with growing rests and blocks it after
 * the policy's number of attempts, with the reason; other entries are not delayed. The leases of
 * what waits its turn in the batch are prolonged while the others are handled, so slow handlers
 * cost nobody an attempt. Any number of relays may run on any number of JVMs: an entry's effects
 * commit once.
 */
public final class OutboxRelay implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);
  private static final int BATCH = 50;
  private static final int LEASE_SECONDS = 30;

  private final OutboxStore store;
  private final List<EventHandler> handlers;
  private final AttemptPolicy policy;
  private final Transactions transactions;
  private final Clock clock;
  private final String owner;
  private final Consumer<OrderEvent> preparation;
  private final int leaseSeconds;

  public OutboxRelay(
      OutboxStore store,
      List<? extends EventHandler> handlers,
      AttemptPolicy policy,
      Transactions transactions,
      Clock clock,
      String owner) {
    this(store, new Reactions(handlers, event -> {}), policy, transactions, clock, owner);
  }

  public OutboxRelay(
      OutboxStore store,
      Reactions reactions,
      AttemptPolicy policy,
      Transactions transactions,
      Clock clock,
      String owner) {
    this.store = store;
    this.handlers = reactions.handlers;
    this.preparation = reactions.preparation;
    this.leaseSeconds = reactions.leaseSeconds;
    this.policy = policy;
    this.transactions = transactions;
    this.clock = clock;
    this.owner = owner;
  }

  /**
   * Who reacts to events, and what is done about each event once, before any of them sees it, in
   * the transaction that hands it to them.
   */
  public static final class Reactions {
    final List<EventHandler> handlers;
    final Consumer<OrderEvent> preparation;
    final int leaseSeconds;

    public Reactions(List<? extends EventHandler> handlers, Consumer<OrderEvent> preparation) {
      this(handlers, preparation, LEASE_SECONDS);
    }

    Reactions(
        List<? extends EventHandler> handlers, Consumer<OrderEvent> preparation, int leaseSeconds) {
      this.handlers = new ArrayList<>(handlers);
      this.preparation = preparation;
      this.leaseSeconds = leaseSeconds;
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
      List<OutboxEntry> batch =
          transactions.call(() -> store.claim(clock.instant(), BATCH, owner, leaseSeconds));
      if (batch.isEmpty()) {
        break;
      }
      handleAll(batch);
      touched += batch.size();
    }
    return touched;
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return store.nextDueAt();
  }

  private void handleAll(List<OutboxEntry> batch) {
    ConcurrentLinkedQueue<OutboxEntry> ours = new ConcurrentLinkedQueue<>(batch);
    try (HeldLease held = new HeldLease("outbox", leaseSeconds, () -> prolong(ours))) {
      for (OutboxEntry entry : batch) {
        if (Thread.currentThread().isInterrupted()) {
          transactions.run(() -> store.giveBack(new ArrayList<>(ours)));
          return;
        }
        attempt(entry);
        ours.remove(entry);
      }
    }
  }

  private void prolong(ConcurrentLinkedQueue<OutboxEntry> ours) {
    transactions.run(() -> store.prolong(new ArrayList<>(ours), leaseSeconds));
  }

  private void attempt(OutboxEntry entry) {
    if (policy.isExhausted(entry.attempts - 1)) { // every try so far ended with its JVM
      putBack(
          entry,
          new PostPurchaseException(
              "Tried "
                  + (entry.attempts - 1)
                  + " times without an answer: the node that handled it stopped each time."
                  + " Look for crashes at these moments, then unblock it."));
      return;
    }
    try {
      transactions.run(
          () -> {
            handle(entry);
            if (!store.finish(entry, clock.instant())) {
              throw new LeaseLostException(entry.id);
            }
          });
    } catch (LeaseLostException lost) {
      TROUBLE.warn("lost", "outbox lease lost entry=" + entry.id + ", another node has taken over");
    } catch (Throwable failure) { // one bad entry never stops the batch, whatever it throws
      putBack(entry, failure);
    }
  }

  private void handle(OutboxEntry entry) {
    if (Outbox.INTAKE.equals(entry.handler)) {
      fanOut(entry);
      return;
    }
    for (EventHandler handler : handlers) {
      if (handler.name().equals(entry.handler)) {
        handler.handle(entry.event);
        return;
      }
    }
    throw new PostPurchaseException(
        "No handler named '"
            + entry.handler
            + "' is installed on this node; is a plugin jar missing?");
  }

  private void fanOut(OutboxEntry entry) {
    preparation.accept(entry.event);
    for (EventHandler handler : handlers) {
      if (handler.reactsTo(entry.event.fact)) {
        store.append(
            entry.event.key + "|" + handler.name(), handler.name(), entry.event, clock.instant());
      }
    }
  }

  private void putBack(OutboxEntry entry, Throwable failure) {
    String reason = Reasons.of(failure);
    try {
      transactions.run(
          () -> {
            if (policy.isExhausted(entry.attempts)) {
              store.block(entry, clock.instant(), reason);
            } else {
              store.retryLater(
                  entry, clock.instant().plus(policy.restAfter(entry.attempts)), reason);
            }
          });
    } catch (RuntimeException unreachable) {
      TROUBLE.error(
          "unreachable",
          "outbox entry=" + entry.id + " stays leased until its lease runs out",
          unreachable);
    }
    if (policy.isExhausted(entry.attempts)) {
      TROUBLE.error(
          "blocked " + entry.handler,
          "outbox blocked entry="
              + entry.id
              + " handler="
              + entry.handler
              + " order="
              + entry.event.orderId,
          failure);
    } else {
      TROUBLE.warn(
          "retry " + entry.handler, "outbox retry entry=" + entry.id + " reason=" + reason);
    }
  }

  private static final class LeaseLostException extends PostPurchaseException {
    LeaseLostException(long id) {
      super("The lease of outbox entry " + id + " was lost.");
    }
  }
}
