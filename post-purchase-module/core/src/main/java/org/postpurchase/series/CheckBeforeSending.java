package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageGate;

/**
 * Asks the same rules once more when a message is about to leave: whoever unsubscribed, cancelled
 * or used the code in the meantime gets nothing, and the reason is stored.
 */
public final class CheckBeforeSending implements MessageGate {
  private final ExecutionStore executions;
  private final ReadCandidates read;
  private final CheckCandidate check;
  private final Verdicts verdicts;
  private final Consents consents;
  private final Clock clock;

  /** Where verdicts and ends are written. */
  static final class Verdicts {
    final DecisionStore decisions;
    final EndRun end;
    private Supplier<OrderAsks> asks = () -> OrderAsks.NONE;

    Verdicts(DecisionStore decisions, EndRun end) {
      this.decisions = decisions;
      this.end = end;
    }

    /** Where requests for reviews are noted. */
    Verdicts with(Supplier<OrderAsks> newAsks) {
      asks = newAsks;
      return this;
    }

    private void noteRequest(Candidate c, Message message, Instant now) {
      if (c.step.condition == ConditionType.REVIEW_OPEN) {
        c.order.ifPresent(
            order -> asks.get().record(order, message.content.recipient.key(), c.step.key, now));
      }
    }
  }

  CheckBeforeSending(
      ExecutionStore executions,
      ReadCandidates read,
      CheckCandidate check,
      Verdicts verdicts,
      Consents consents,
      Clock clock) {
    this.executions = executions;
    this.read = read;
    this.check = check;
    this.verdicts = verdicts;
    this.consents = consents;
    this.clock = clock;
  }

  @Override
  public Optional<String> objection(Message message) {
    Instant now = clock.instant();
    StepExecution execution =
        message.content.enrollmentId == 0
            ? null
            : executions.find(message.content.enrollmentId, message.content.stepKey).orElse(null);
    if (execution == null) {
      return consents.isSilenced(message.content.recipient.key())
          ? Optional.of(ReasonCode.OPTED_OUT.name())
          : Optional.empty();
    }
    Candidate candidate = read.of(execution);
    Optional<StepVerdict> objection = objection(candidate, message, now);
    if (!objection.isPresent()) {
      verdicts.noteRequest(candidate, message, now);
    }
    return objection.map(v -> withheld(v, candidate, message, now));
  }

  /** An order that is gone fails in composing, with its reason; it is no verdict of ours. */
  private Optional<StepVerdict> objection(Candidate c, Message message, Instant now) {
    Optional<StepVerdict> objection = check.objection(c, now).filter(v -> !v.parked && v.verdict != Verdict.DEFER);
    boolean refusedThere =
        c.step.isMarketing()
            && consents.permission(message.content.recipient.key()) == ContactPermission.OPTED_OUT;
    if (!objection.isPresent() && refusedThere) {
      return Optional.of(StepVerdict.exit(ReasonCode.OPTED_OUT));
    }
    return objection.isPresent() || message.chosenToBeSentAgain || !CheckCandidate.isStale(c, now)
        ? objection
        : Optional.of(StepVerdict.skip(ReasonCode.STALE, ""));
  }

  private String withheld(StepVerdict v, Candidate c, Message message, Instant now) {
    verdicts.decisions.store(
        new TouchDecision(
            EndRun.key(c.execution) + ":send:" + message.epoch,
            c.step.templateKey,
            c.enrollment.orderId,
            v.verdict,
            v.reason,
            now,
            OptionalLong.of(message.id),
            c.place(),
            v.detail));
    if (v.verdict == Verdict.EXIT) {
      verdicts.end.exit(c.enrollment, c.version, v.reason, now);
    }
    return v.reason.name();
  }
}
