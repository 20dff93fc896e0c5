package org.postpurchase.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.OncePerBatch;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands claimed entries to their handlers: those of one handler in one transaction, with their
 * marks. When that fails it is undone and the entries are handed over one by one, so that a failing
 * one is isolated: it is rescheduled with exponential back-off and blocked after the policy's
 * number of attempts, with the reason, while the others are not delayed. An entry that has been
 * tried before, and so may have ended its JVM, is always alone.
 */
final class HandOver {
  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);

  private final OutboxStore store;
  private final OutboxRelay.Reactions reactions;
  private final AttemptPolicy policy;
  private final Transactions transactions;
  private final Clock clock;
  private final String owner;

  HandOver(
      OutboxStore store,
      OutboxRelay.Reactions reactions,
      AttemptPolicy policy,
      Transactions transactions,
      Clock clock,
      String owner) {
    this.owner = owner;
    this.store = store;
    this.reactions = reactions;
    this.policy = policy;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What is handled together: of one handler and, within it, in the order of the claim. */
  Collection<List<OutboxEntry>> batches(List<OutboxEntry> claimed) {
    Map<String, List<OutboxEntry>> byHandler = new LinkedHashMap<>();
    claimed.forEach(e -> byHandler.computeIfAbsent(e.handler, h -> new ArrayList<>()).add(e));
    List<List<OutboxEntry>> batches = new ArrayList<>();
    for (List<OutboxEntry> ofHandler : byHandler.values()) {
      List<OutboxEntry> fresh = new ArrayList<>();
      for (OutboxEntry entry : ofHandler) {
        if (entry.attempts > 1) {
          batches.add(fresh);
          batches.add(Collections.singletonList(entry));
          fresh = new ArrayList<>();
        } else {
          fresh.add(entry);
        }
      }
      batches.add(fresh);
    }
    batches.removeIf(List::isEmpty);
    return batches;
  }

  /**
   * @param ours entries that are leased; loses those that are done with and gets those that facts
   *     were passed on to
   * @return what facts were passed on to, leased
   */
  List<OutboxEntry> handle(List<OutboxEntry> entries, Collection<OutboxEntry> ours) {
    List<OutboxEntry> passedOn = new ArrayList<>();
    handle(entries, ours, passedOn);
    return passedOn;
  }

  private void handle(
      List<OutboxEntry> entries, Collection<OutboxEntry> ours, List<OutboxEntry> passedOn) {
    List<OutboxEntry> rest = new ArrayList<>(entries);
    while (rest.size() > 1) {
      try {
        note(together(rest), ours, passedOn);
        ours.removeAll(rest);
        return;
      } catch (AskAgainException undecided) {
        OncePerBatch.forget();
        List<OutboxEntry> waiting =
            rest.stream()
                .filter(e -> undecided.about(e.event).isPresent())
                .collect(Collectors.toList());
        if (waiting.isEmpty()) {
          break;
        }
        waiting.forEach(e -> wait(e, undecided));
        ours.removeAll(waiting);
        rest.removeAll(waiting);
      } catch (Exception | LinkageError | StackOverflowError one) { // undoes the whole batch
        LOG.debug("a batch of events is handed over one by one", one);
        break;
      }
    }
    for (OutboxEntry entry : rest) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (entries.size() > 1 || entry.attempts > 1) { // something has failed before
        OncePerBatch.forget();
      }
      note(alone(entry), ours, passedOn);
      ours.remove(entry);
    }
  }

  private static void note(
      List<OutboxEntry> next, Collection<OutboxEntry> ours, List<OutboxEntry> passedOn) {
    ours.addAll(next);
    passedOn.addAll(next);
  }

  private List<OutboxEntry> together(List<OutboxEntry> entries) {
    return transaction(
        () -> {
          List<OutboxEntry> next = call(entries);
          if (store.finishAll(entries, clock.instant()) != entries.size()) {
            throw new LeaseLostException(entries.get(0).id);
          }
          return next;
        });
  }

  private <T> T transaction(Supplier<T> work) {
    AtomicInteger runs = new AtomicInteger();
    return transactions.call(
        () -> {
          if (runs.getAndIncrement() > 0) { // the database gave it up for another transaction
            OncePerBatch.forget();
          }
          return work.get();
        });
  }

  private List<OutboxEntry> alone(OutboxEntry entry) {
    if (policy.isExhausted(entry.attempts - 1)) { // every try so far ended with its JVM
      putBack(
          entry,
          new PostPurchaseException(
              "Tried "
                  + (entry.attempts - 1)
                  + " times without an answer: the node that handled it stopped each time."
                  + " Look for crashes at these moments, then unblock it."));
      return Collections.emptyList();
    }
    try {
      return transaction(
          () -> {
            List<OutboxEntry> next = call(Collections.singletonList(entry));
            if (!store.finish(entry, clock.instant())) {
              throw new LeaseLostException(entry.id);
            }
            return next;
          });
    } catch (LeaseLostException lost) {
      TROUBLE.warn("lost", "outbox lease lost entry=" + entry.id + ", another node has taken over");
    } catch (AskAgainException undecided) {
      wait(entry, undecided);
    } catch (Throwable failure) { // one bad entry never stops the others, whatever it throws
      putBack(entry, failure);
    }
    OncePerBatch.forget();
    return Collections.emptyList();
  }

  private void wait(OutboxEntry entry, AskAgainException undecided) {
    Instant later = undecided.about(entry.event).orElseGet(clock::instant);
    try {
      transactions.run(() -> store.askAgain(entry, later, Reasons.of(undecided)));
      LOG.debug("outbox entry={} waits: {}", entry.id, undecided.getMessage());
    } catch (RuntimeException unreachable) {
      unreachable(entry, unreachable);
    }
  }

  private static void unreachable(OutboxEntry entry, RuntimeException failure) {
    TROUBLE.error(
        "unreachable",
        "outbox entry=" + entry.id + " stays leased until its lease runs out",
        failure);
  }

  /** All of them are one handler's; returns what facts were passed on to. */
  private List<OutboxEntry> call(List<OutboxEntry> entries) {
    String name = entries.get(0).handler;
    List<OrderEvent> events = entries.stream().map(e -> e.event).collect(Collectors.toList());
    if (Outbox.INTAKE.equals(name)) {
      return fanOut(events);
    }
    for (EventHandler handler : reactions.handlers) {
      if (handler.name().equals(name)) {
        handler.handle(events);
        return Collections.emptyList();
      }
    }
    throw new PostPurchaseException(
        "No handler named '" + name + "' is installed on this node; is a plugin jar missing?");
  }

  private List<OutboxEntry> fanOut(List<OrderEvent> events) {
    reactions.preparation.accept(events);
    List<NewEntry> entries = new ArrayList<>();
    for (OrderEvent event : events) {
      for (EventHandler handler : reactions.handlers) {
        if (handler.reactsTo(event.fact)) {
          entries.add(new NewEntry(event, handler.name()));
        }
      }
    }
    return entries.isEmpty()
        ? Collections.emptyList()
        : store.appendClaimed(entries, clock.instant(), owner, reactions.leaseSeconds);
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
      unreachable(entry, unreachable);
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
