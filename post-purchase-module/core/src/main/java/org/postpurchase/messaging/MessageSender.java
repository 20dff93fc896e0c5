package org.postpurchase.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends queued messages: QUEUED → SENDING in one short transaction per batch, rendering and
 * hand-over outside any transaction, the outcome in one short transaction per message right after
 * the server's answer.
 *
 * <p>If the JVM dies in between, a transactional message is sent again under the same Message-ID
 * (at least once) and a marketing message becomes UNCERTAIN (at most once): ADR-0006. A template
 * that cannot be rendered fails its own message with the reason and stops nothing else; an
 * unreachable server lets the rest of the batch wait uncounted.
 */
public final class MessageSender implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);
  private static final int BATCH = 20;
  private static final int LEASE_SECONDS = 60;

  /** No mail is begun when its lease is a third gone: the rest leaves room for a slow server. */
  private static final long FRESH_NANOS = 20_000_000_000L;

  private static final String WITHOUT_ANSWER =
      "Every attempt was cut off before its outcome was known; it may have arrived. Look for"
          + " crashes at these moments before sending it again.";

  private final MessageStore store;
  private final MessageGate gate;
  private final ComposeMessage compose;
  private final MessageChannel channel;
  private final Delivery delivery;

  public MessageSender(
      MessageStore store,
      MessageGate gate,
      ComposeMessage compose,
      MessageChannel channel,
      Delivery delivery) {
    this.store = store;
    this.gate = gate;
    this.compose = compose;
    this.channel = channel;
    this.delivery = delivery;
  }

  /** How this node takes part: retry policy, transactions, clock and its name as lease owner. */
  public static final class Delivery {
    final AttemptPolicy policy;
    final Transactions transactions;
    final Clock clock;
    final String owner;

    public Delivery(AttemptPolicy policy, Transactions transactions, Clock clock, String owner) {
      this.policy = policy;
      this.transactions = transactions;
      this.clock = clock;
      this.owner = owner;
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
      while (!Thread.currentThread().isInterrupted()) {
        long claimedAt = System.nanoTime();
        List<Message> batch =
            delivery.transactions.call(
                () -> store.claim(delivery.clock.instant(), BATCH, delivery.owner, LEASE_SECONDS));
        if (batch.isEmpty()) {
          break;
        }
        touched += batch.size();
        if (!sendAll(batch, claimedAt)) {
          break;
        }
      }
    } finally {
      channel.close();
    }
    return touched;
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return store.nextDueAt();
  }

  private boolean sendAll(List<Message> batch, long claimedAt) {
    Iterator<Message> rest = batch.iterator();
    while (rest.hasNext()) {
      if (System.nanoTime() - claimedAt > FRESH_NANOS) {
        giveBack(rest, delivery.clock.instant(), "");
        return true;
      }
      SendOutcome outcome = attempt(rest.next());
      if (outcome.kind == SendOutcome.Kind.UNREACHABLE) {
        Instant later = delivery.clock.instant().plus(delivery.policy.restAfter(1));
        giveBack(rest, later, outcome.reason);
        return false;
      }
    }
    return true;
  }

  /** Unsent and uncounted, for whoever comes next. */
  private void giveBack(Iterator<Message> rest, Instant dueAt, String reason) {
    rest.forEachRemaining(m -> guarded(m, () -> store.requeue(m, dueAt, reason, false)));
  }

  private SendOutcome attempt(Message message) {
    if (delivery.policy.isExhausted(message.attempts - 1)) { // each try ended with its JVM
      return unrendered(
          message, SendOutcome.Kind.PERMANENT, new PostPurchaseException(WITHOUT_ANSWER));
    }
    ComposeMessage.Composed composed;
    String recipient;
    try {
      Optional<String> objection = delivery.transactions.call(() -> gate.objection(message));
      if (objection.isPresent()) {
        return withheld(message, objection.get());
      }
      recipient = message.content.recipient.ascii();
      composed = compose.of(message, delivery.transactions);
    } catch (PostPurchaseException e) { // a template or its facts: this message's problem only
      return unrendered(message, SendOutcome.Kind.PERMANENT, e);
    } catch (Throwable e) { // anything else, such as the database, may be over soon
      return unrendered(message, SendOutcome.Kind.TEMPORARY, e);
    }
    SendOutcome outcome;
    try {
      outcome =
          channel.send(
              new OutgoingMail(
                  message.mimeMessageId,
                  recipient,
                  composed.texts,
                  message.content.purpose,
                  message.queuedAt,
                  composed.unsubscribeUrl));
    } catch (RuntimeException e) {
      outcome = SendOutcome.of(SendOutcome.Kind.UNREACHABLE, Reasons.of(e));
    }
    SendOutcome result = outcome;
    guarded(message, () -> conclude(message, composed.texts, result));
    return outcome;
  }

  private void conclude(Message message, RenderedMessage rendered, SendOutcome outcome) {
    Instant now = delivery.clock.instant();
    switch (outcome.kind) {
      case ACCEPTED:
        store.conclude(message, MessageState.SENT, now, "", rendered);
        return;
      case PERMANENT:
        store.conclude(message, MessageState.FAILED, now, outcome.reason, rendered);
        LOG.warn("message failed id={} reason={}", message.id, outcome.reason);
        return;
      case UNCLEAR:
        if (message.content.purpose == Purpose.MARKETING) {
          store.conclude(message, MessageState.UNCERTAIN, now, outcome.reason, rendered);
          LOG.warn("message uncertain id={} reason={}", message.id, outcome.reason);
          return;
        }
        break;
      default:
        break;
    }
    if (delivery.policy.isExhausted(message.attempts)) {
      String reason =
          Reasons.clip("given up after " + message.attempts + " attempts: " + outcome.reason);
      store.conclude(message, MessageState.FAILED, now, reason, rendered);
      LOG.error("message failed id={} {}", message.id, reason);
    } else {
      store.requeue(
          message, now.plus(delivery.policy.restAfter(message.attempts)), outcome.reason, true);
      LOG.warn("message retry id={} reason={}", message.id, outcome.reason);
    }
  }

  /** Cancelled, which is no failure: nothing left, and nothing has to be done about it. */
  private SendOutcome withheld(Message message, String objection) {
    guarded(
        message,
        () ->
            store.conclude(
                message,
                MessageState.CANCELLED,
                delivery.clock.instant(),
                Reasons.clip(objection),
                null));
    return SendOutcome.accepted();
  }

  private SendOutcome unrendered(Message message, SendOutcome.Kind kind, Throwable e) {
    boolean explained = e instanceof PostPurchaseException; // written to be read by a merchant
    SendOutcome outcome = SendOutcome.of(kind, explained ? e.getMessage() : Reasons.of(e));
    guarded(message, () -> conclude(message, null, outcome));
    return outcome;
  }

  /**
   * If even the outcome cannot be stored, the lease brings the message back; other messages go on.
   */
  private void guarded(Message message, Runnable work) {
    try {
      delivery.transactions.run(work);
    } catch (RuntimeException e) {
      LOG.error(
          "message outcome not stored id=" + message.id + ", its lease will bring it back", e);
    }
  }
}
