package org.postpurchase.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.SparseLog;

/**
 * What follows from the end of one hand-over, by whose fault it was (ADR-0030). Called in the
 * transaction that stores it.
 */
final class ConcludeAttempt {
  private static final Duration LEAST_REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final MessageStore store;
  private final MessageSender.Outlet outlet;
  private final MessageSender.Delivery delivery;
  private final SparseLog log = MessageSender.TROUBLE;

  ConcludeAttempt(
      MessageStore store, MessageSender.Outlet outlet, MessageSender.Delivery delivery) {
    this.store = store;
    this.outlet = outlet;
    this.delivery = delivery;
  }

  /** The usual ends are one batch of one statement. */
  void all(List<Attempt> attempts) {
    Map<Message, RenderedMessage> sent = new LinkedHashMap<>();
    for (Attempt attempt : attempts) {
      if (attempt.isPlainlySent()) {
        sent.put(attempt.message, attempt.rendered);
      } else {
        conclude(attempt);
      }
    }
    if (!sent.isEmpty()) {
      store.sent(sent, delivery.clock.instant());
    }
  }

  /** Whether every other message would meet the same, so that the channel has to rest. */
  boolean putsToRest(Message m, SendOutcome outcome) {
    boolean ownFault = outcome.maybeThisMail && delivery.policy.isExhausted(m.attempts);
    return outcome.kind == SendOutcome.Kind.UNCLEAR || (outcome.stopsChannel && !ownFault);
  }

  void conclude(Attempt attempt) {
    Message m = attempt.message;
    RenderedMessage rendered = attempt.rendered;
    SendOutcome outcome = attempt.outcome;
    Instant now = delivery.clock.instant();
    boolean spent = delivery.policy.isExhausted(m.attempts);
    if (outcome.kind != SendOutcome.Kind.UNCLEAR && putsToRest(m, outcome)) {
      if (!attempt.atRestAlready) {
        Instant next = outlet.breaker.open(outcome, now, outcome.maybeThisMail ? m.id : 0);
        log.warn(
            "trouble",
            outlet.channel.key()
                + " rests, next try "
                + next
                + ", owner="
                + outcome.kind
                + " reason="
                + outcome.reason);
      }
      store.requeue(m, outcome.maybeThisMail ? now : m.dueAt, outcome.reason, false);
      return;
    }
    if (outcome.kind == SendOutcome.Kind.UNCLEAR) {
      if (!attempt.atRestAlready) {
        outlet.breaker.open(outcome, now, 0);
      }
    } else if (attempt.probing && rendered != null) {
      outlet.breaker.close(m.id).ifPresent(suspect -> blame(suspect, now));
    }
    switch (outcome.kind) {
      case ACCEPTED:
        store.conclude(m, MessageState.SENT, now, "", rendered);
        return;
      case UNCLEAR:
        unclear(m, rendered, outcome.reason, now);
        return;
      case SERVER:
        store.requeue(m, now.plus(restByAge(m, now)), outcome.reason, false);
        retrying(m, outcome);
        return;
      default:
        own(m, rendered, outcome, now, spent);
    }
  }

  /** Another message has left since it opened the breaker: the fault was its own. */
  private void blame(long suspect, Instant now) {
    store
        .find(suspect)
        .filter(m -> m.state == MessageState.QUEUED)
        .ifPresent(m -> store.blame(m.id, now.plus(delivery.policy.restAfter(m.attempts + 1))));
  }

  /** A fault of the message itself: the only kind that uses up its attempts. */
  private void own(
      Message m, RenderedMessage rendered, SendOutcome outcome, Instant now, boolean spent) {
    if (!outcome.lasting && !spent) {
      store.requeue(m, now.plus(delivery.policy.restAfter(m.attempts)), outcome.reason, true);
      retrying(m, outcome);
      return;
    }
    String reason =
        outcome.lasting
            ? outcome.reason
            : Reasons.clip("given up after " + m.attempts + " attempts: " + outcome.reason);
    if (store.conclude(m, MessageState.FAILED, now, reason, rendered) && outcome.addressGone) {
      outlet.bounced.bounced(m.content.recipient, outcome.reason, now);
    }
    log.warn(
        "failed", "message failed id=" + m.id + " owner=" + outcome.kind + " reason=" + reason);
  }

  /**
   * Advertising may never arrive twice; order mail is tried once more after the channel's rest,
   * then a person decides.
   */
  private void unclear(Message m, RenderedMessage rendered, String reason, Instant now) {
    if (m.content.purpose == Purpose.MARKETING || m.unclearEnds > 0) {
      store.conclude(m, MessageState.UNCERTAIN, now, reason, rendered);
      log.warn("uncertain", "message uncertain id=" + m.id + " reason=" + reason);
    } else {
      store.requeueUnclear(m, m.dueAt, reason);
      log.warn("retry", "message retry id=" + m.id + " reason=" + reason);
    }
  }

  private void retrying(Message m, SendOutcome outcome) {
    log.warn(
        "retry",
        "message retry id=" + m.id + " owner=" + outcome.kind + " reason=" + outcome.reason);
  }

  /** A quarter of the time that it has waited already: nothing has to be counted for that. */
  private static Duration restByAge(Message m, Instant now) {
    Duration quarter = Duration.between(m.queuedAt, now).dividedBy(4);
    return quarter.compareTo(LEAST_REST) < 0
        ? LEAST_REST
        : quarter.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : quarter;
  }
}
