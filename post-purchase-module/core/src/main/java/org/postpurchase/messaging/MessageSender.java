package org.postpurchase.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.shared.Transactions;
import org.slf4j.LoggerFactory;

/**
 * Sends queued messages: QUEUED → SENDING in one short transaction per batch, rendering and
 * hand-over outside any transaction, the outcome in one short transaction per message right after
 * the server's answer.
 *
 * <p>If the JVM dies in between, what was only claimed is free again. Of what it had begun to hand
 * over (a few at a time), a transactional message is sent once more under the same Message-ID and
 * waits for a person after the second unclear end; a marketing message becomes UNCERTAIN (ADR-0006,
 * ADR-0031). A template that cannot be rendered fails its own message with the reason and stops
 * nothing else. Trouble of the shop or of its mail server puts the channel to rest for all nodes
 * and is counted against no message (ADR-0030).
 */
public final class MessageSender implements DueWork {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(MessageSender.class));
  private static final int BATCH = 20;
  private static final int LEASE_SECONDS = 60;
  private static final int BEGUN_MOST = 5;

  /** No mail is begun when its lease is a third gone: the rest leaves room for a slow server. */
  private static final long FRESH_NANOS = 20_000_000_000L;

  private final MessageStore store;
  private final MessageGate gate;
  private final ComposeMessage compose;
  private final Outlet outlet;
  private final Delivery delivery;
  private final ConcludeAttempt conclude;

  public MessageSender(
      MessageStore store,
      MessageGate gate,
      ComposeMessage compose,
      Outlet outlet,
      Delivery delivery) {
    this.store = store;
    this.gate = gate;
    this.compose = compose;
    this.outlet = outlet;
    this.delivery = delivery;
    this.conclude = new ConcludeAttempt(store, outlet, delivery, TROUBLE);
  }

  /** Thirty-six attempts over about four and a half days, as mail servers do it. */
  public static AttemptPolicy policy() {
    return new AttemptPolicy(36, Duration.ofSeconds(30), Duration.ofHours(4), new Random());
  }

  /** Where messages leave the shop, what keeps that at rest, and who hears of dead addresses. */
  public static final class Outlet {
    final MessageChannel channel;
    final ChannelBreaker breaker;
    final BouncedAddress bounced;

    public Outlet(MessageChannel channel, ChannelBreaker breaker, BouncedAddress bounced) {
      this.channel = channel;
      this.breaker = breaker;
      this.bounced = bounced;
    }
  }

  /** How this node takes part: retry policy, transactions, clock and its name as lease owner. */
  public static final class Delivery {
    final AttemptPolicy policy;
    final Transactions transactions;
    final Clock clock;
    final String owner;
    final int begunMost;

    public Delivery(AttemptPolicy policy, Transactions transactions, Clock clock, String owner) {
      this(policy, transactions, clock, owner, BEGUN_MOST);
    }

    /**
     * @param begunMost how many messages are marked as begun at once; so many advertisements are
     *     unclear when the process is killed
     */
    public Delivery(
        AttemptPolicy policy, Transactions transactions, Clock clock, String owner, int begunMost) {
      this.policy = policy;
      this.transactions = transactions;
      this.clock = clock;
      this.owner = owner;
      this.begunMost = begunMost;
    }
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public synchronized int runDue() {
    int touched = 0;
    try {
      boolean goesOn = true;
      while (goesOn && !Thread.currentThread().isInterrupted()) {
        long claimedAt = System.nanoTime();
        Claim claim = delivery.transactions.call(this::claim);
        touched += claim.batch.size();
        goesOn = !claim.batch.isEmpty() && sendAll(claim, claimedAt);
      }
    } finally {
      outlet.channel.close();
    }
    return touched;
  }

  /** When the channel is at rest, nothing is due before the next probe. */
  @Override
  public Optional<Instant> nextDueAt() {
    return store
        .nextDueAt()
        .map(
            due ->
                outlet
                    .breaker
                    .trouble()
                    .map(trouble -> trouble.probeAt)
                    .filter(probe -> probe.isAfter(due))
                    .orElse(due));
  }

  private Claim claim() {
    Instant now = delivery.clock.instant();
    ChannelBreaker.Permit permit = outlet.breaker.ask(now, delivery.owner, LEASE_SECONDS);
    boolean probing = permit == ChannelBreaker.Permit.PROBE;
    List<Message> batch =
        permit == ChannelBreaker.Permit.WAIT
            ? Collections.emptyList()
            : store.claim(now, probing ? 1 : BATCH, delivery.owner, LEASE_SECONDS);
    return new Claim(batch, probing);
  }

  /** Messages that this node may send. */
  private static final class Claim {
    final List<Message> batch;

    /** One message only, to find out whether the channel works again. */
    final boolean probing;

    Claim(List<Message> batch, boolean probing) {
      this.batch = batch;
      this.probing = probing;
    }
  }

  private boolean sendAll(Claim claim, long claimedAt) {
    Deque<Message> rest = new ArrayDeque<>(claim.batch);
    Deque<Message> begun = new ArrayDeque<>();
    boolean goesOn = true;
    while (goesOn && !(rest.isEmpty() && begun.isEmpty())) {
      if (System.nanoTime() - claimedAt > FRESH_NANOS) {
        break;
      }
      if (begun.isEmpty()) {
        begun.addAll(begin(rest));
      } else {
        goesOn = attempt(begun.poll(), claim.probing);
      }
    }
    giveBack(begun);
    giveBack(rest);
    return goesOn;
  }

  private List<Message> begin(Deque<Message> rest) {
    List<Message> next = new ArrayList<>();
    while (next.size() < delivery.begunMost && !rest.isEmpty()) {
      next.add(rest.poll());
    }
    return delivery.transactions.call(() -> store.begin(next, delivery.clock.instant()));
  }

  /** Unsent and uncounted, for whoever comes next. */
  private void giveBack(Deque<Message> messages) {
    if (!messages.isEmpty()) {
      guarded(
          messages.peek(), () -> messages.forEach(m -> store.requeue(m, m.dueAt, m.reason, false)));
    }
  }

  /** Returns whether others may be tried after it. */
  private boolean attempt(Message message, boolean probing) {
    ComposeMessage.Composed composed;
    String recipient;
    try {
      Optional<String> objection = delivery.transactions.call(() -> gate.objection(message));
      if (objection.isPresent()) {
        withheld(message, objection.get());
        return true;
      }
      recipient = message.content.recipient.ascii();
      composed = compose.of(message, delivery.transactions);
    } catch (PostPurchaseException e) { // a template or its facts: this message's problem only
      unrendered(message, SendOutcome.of(SendOutcome.Kind.CONTENT, e.getMessage()));
      return true;
    } catch (Throwable e) { // anything else, such as the database, may be over soon
      unrendered(message, SendOutcome.passing(SendOutcome.Kind.CONTENT, Reasons.of(e)));
      return true;
    }
    SendOutcome outcome =
        handOver(
            new OutgoingMail(
                message.mimeMessageId,
                recipient,
                composed.texts,
                message.content.purpose,
                message.queuedAt,
                composed.unsubscribeUrl));
    guarded(message, () -> conclude.conclude(message, composed.texts, outcome, probing));
    return !outcome.stopsChannel && outcome.kind != SendOutcome.Kind.UNCLEAR;
  }

  private SendOutcome handOver(OutgoingMail mail) {
    try {
      return outlet.channel.send(mail);
    } catch (PostPurchaseException e) { // a setting of the shop, in words for a merchant
      return SendOutcome.of(SendOutcome.Kind.SENDER, e.getMessage());
    } catch (RuntimeException e) {
      return SendOutcome.unreachable(Reasons.of(e));
    }
  }

  /** Cancelled, which is no failure: nothing left, and nothing has to be done about it. */
  private void withheld(Message message, String objection) {
    guarded(
        message,
        () ->
            store.conclude(
                message,
                MessageState.CANCELLED,
                delivery.clock.instant(),
                Reasons.clip(objection),
                null));
  }

  private void unrendered(Message message, SendOutcome outcome) {
    guarded(message, () -> conclude.conclude(message, null, outcome, false));
  }

  /**
   * If even the outcome cannot be stored, the lease brings the message back; other messages go on.
   */
  private void guarded(Message message, Runnable work) {
    try {
      delivery.transactions.run(work);
    } catch (RuntimeException e) {
      TROUBLE.error(
          "not stored",
          "message outcome not stored id=" + message.id + ", its lease will bring it back",
          e);
    }
  }
}
