package org.postpurchase.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Reasons;

/**
 * Hands prepared messages over. The calling thread uses the first connection; further ones join
 * once a message was accepted, so that a server that is down is met by one message alone.
 */
final class HandOver {
  private final ChannelRun run;
  private final boolean probing;
  private final long beginUntil;
  private final long sendUntil;
  private final Deque<ReadyMessage> waiting;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicBoolean atRest = new AtomicBoolean();
  private final AtomicBoolean joined = new AtomicBoolean();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile CountDownLatch others = new CountDownLatch(0);

  /**
   * @param beginUntil nothing is begun after it, by {@link System#nanoTime}
   * @param sendUntil what was begun and not sent by then is given back
   */
  HandOver(
      List<ReadyMessage> ready, ChannelRun run, boolean probing, long beginUntil, long sendUntil) {
    this.waiting = new ArrayDeque<>(ready);
    this.run = run;
    this.probing = probing;
    this.beginUntil = beginUntil;
    this.sendUntil = sendUntil;
  }

  /** Returns when all connections have stored what they did. */
  void run() {
    work(0);
    boolean interrupted = false;
    while (others.getCount() > 0) {
      try {
        others.await();
      } catch (InterruptedException e) {
        stopped.set(true); // each ends with the message that it is at
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure.get() instanceof Error) {
      throw (Error) failure.get();
    }
    if (failure.get() != null) {
      throw (RuntimeException) failure.get();
    }
  }

  /** Whether nothing more may be tried for now. */
  boolean isStopped() {
    return stopped.get();
  }

  /** What nobody has begun. */
  List<Message> left() {
    List<Message> left = new ArrayList<>();
    waiting.forEach(ready -> left.add(ready.message));
    return left;
  }

  private void work(int line) {
    try {
      List<Attempt> ended = new ArrayList<>();
      List<ReadyMessage> next = next();
      while (!(ended.isEmpty() && next.isEmpty())) {
        List<ReadyMessage> begun = turn(ended, next);
        ended = send(begun, line);
        next = next();
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      stopped.set(true);
    }
  }

  private List<ReadyMessage> next() {
    List<ReadyMessage> next = new ArrayList<>();
    synchronized (waiting) {
      while (next.size() < run.delivery().begunMost
          && !waiting.isEmpty()
          && !stopped.get()
          && System.nanoTime() - beginUntil < 0) {
        next.add(waiting.poll());
      }
    }
    return next;
  }

  /**
   * Stores how the last few ended and marks the next few as begun, in one transaction. If that
   * fails, each end is stored alone: what cannot be stored even so comes back with its lease.
   */
  private List<ReadyMessage> turn(List<Attempt> ended, List<ReadyMessage> next) {
    if (!ended.isEmpty()) {
      try {
        return run.delivery()
            .transactions
            .call(
                () -> {
                  run.prepare().conclude().all(ended);
                  return begin(next);
                });
      } catch (RuntimeException e) {
        ended.forEach(
            attempt ->
                MessageSender.guarded(
                    attempt.message,
                    () ->
                        run.delivery()
                            .transactions
                            .run(() -> run.prepare().conclude().conclude(attempt))));
      }
    }
    return next.isEmpty() ? next : run.delivery().transactions.call(() -> begin(next));
  }

  private List<ReadyMessage> begin(List<ReadyMessage> next) {
    List<ReadyMessage> begun = new ArrayList<>();
    if (!next.isEmpty()) {
      Map<Long, ReadyMessage> byId = new HashMap<>();
      List<Message> messages = new ArrayList<>();
      for (ReadyMessage ready : next) {
        byId.put(ready.message.id, ready);
        messages.add(ready.message);
      }
      run.store()
          .begin(messages, run.delivery().clock.instant())
          .forEach(message -> begun.add(byId.get(message.id).begun(message)));
    }
    return begun;
  }

  private List<Attempt> send(Collection<ReadyMessage> begun, int line) {
    List<Attempt> ended = new ArrayList<>();
    List<Message> unsent = new ArrayList<>();
    for (ReadyMessage ready : begun) {
      if (stopped.get() || System.nanoTime() - sendUntil >= 0) {
        unsent.add(ready.message);
      } else {
        Attempt attempt = attempt(ready, line);
        ended.add(attempt);
        if (attempt.outcome.kind == SendOutcome.Kind.ACCEPTED && line == 0) {
          othersJoin();
        }
      }
    }
    run.giveBack(unsent);
    return ended;
  }

  private Attempt attempt(ReadyMessage ready, int line) {
    ComposeMessage.Composed composed;
    try {
      composed = run.prepare().render(ready);
    } catch (PostPurchaseException e) { // a template: this message's problem only
      return Attempt.unrendered(
          ready.message, SendOutcome.of(SendOutcome.Kind.CONTENT, e.getMessage()));
    } catch (Throwable e) { // may be over soon
      return Attempt.unrendered(
          ready.message, SendOutcome.passing(SendOutcome.Kind.CONTENT, Reasons.of(e)));
    }
    Message message = ready.message;
    SendOutcome outcome =
        handOver(
            new OutgoingMessage(
                message.mimeMessageId,
                ready.recipient,
                ready.leaving(composed.texts),
                message.content.purpose,
                message.queuedAt,
                composed.unsubscribeUrl),
            line);
    boolean rests = run.prepare().conclude().putsToRest(message, outcome);
    boolean atRestAlready = rests && !atRest.compareAndSet(false, true);
    if (rests || outcome.stopsChannel) {
      stopped.set(true);
    }
    return new Attempt(message, composed.texts, outcome, probing, atRestAlready);
  }

  private SendOutcome handOver(OutgoingMessage message, int line) {
    try {
      return run.connection(line).send(message);
    } catch (PostPurchaseException e) { // a setting of the shop, in words for a merchant
      return SendOutcome.of(SendOutcome.Kind.SENDER, e.getMessage());
    } catch (RuntimeException e) {
      return SendOutcome.unreachable(Reasons.of(e));
    }
  }

  private void othersJoin() {
    if (!joined.compareAndSet(false, true)) {
      return;
    }
    int few = run.delivery().begunMost;
    int useful;
    synchronized (waiting) {
      useful = (waiting.size() + few - 1) / few;
    }
    int more = Math.min(run.connectionsMost() - 1, useful);
    others = new CountDownLatch(Math.max(0, more));
    for (int i = 1; i <= more; i++) {
      int line = i;
      try {
        run.threads().execute(() -> workAsOther(line));
      } catch (RejectedExecutionException e) { // the first connection does it alone
        others.countDown();
      }
    }
  }

  private void workAsOther(int line) {
    try {
      work(line);
    } finally {
      others.countDown();
    }
  }
}
