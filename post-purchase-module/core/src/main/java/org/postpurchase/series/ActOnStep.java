package org.postpurchase.series;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RewardGrant;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Shop;

/**
 * Carries a verdict out: code, message, stored decision and the execution's next state, all in the
 * caller's transaction. The message's key is the execution's, so that it exists once.
 */
final class ActOnStep {
  private final ExecutionStore executions;
  private final DecisionStore decisions;
  private final MessageStore messages;
  private final IssueReward rewards;
  private final EndRun end;
  private final Supplier<Shop> shop;

  ActOnStep(
      ExecutionStore executions,
      DecisionStore decisions,
      MessageStore messages,
      IssueReward rewards,
      EndRun end,
      Supplier<Shop> shop) {
    this.executions = executions;
    this.decisions = decisions;
    this.messages = messages;
    this.rewards = rewards;
    this.end = end;
    this.shop = shop;
  }

  void carryOut(StepVerdict v, Candidate c, Instant now) {
    switch (v.verdict) {
      case SEND:
        if (executions.finish(c.execution, ExecutionState.DONE, "", now)) {
          decide(v, c, now, EndRun.key(c.execution), send(c, now));
          end.completeIfOver(c.enrollment, now);
        }
        return;
      case DEFER:
        decide(v, c, now, putOffKey(v, c), OptionalLong.empty());
        executions.defer(c.execution, v.until, v.reason.name());
        return;
      case EXIT:
        end.exit(c.enrollment, c.version, v.reason, now);
        return;
      default:
        if (v.parked) {
          park(v, c, now);
        } else if (executions.finish(c.execution, ExecutionState.SKIPPED, v.reason.name(), now)) {
          decide(v, c, now, EndRun.key(c.execution), OptionalLong.empty());
          end.completeIfOver(c.enrollment, now);
        }
    }
  }

  /** Sets the step aside for a person. */
  void park(StepVerdict v, Candidate c, Instant now) {
    decide(
        v, c, now, EndRun.key(c.execution) + ":parked:" + c.execution.epoch, OptionalLong.empty());
    executions.park(c.execution, v.detail, now);
  }

  private OptionalLong send(Candidate c, Instant now) {
    SeriesVersion.Wording wording =
        c.version.wording(c.step.templateKey, c.locale(), shop.get().locale).get();
    if (c.step.givesReward()) {
      RewardGrant grant =
          new RewardGrant(
              "enrollment:" + c.enrollment.id + ":" + c.step.key,
              c.step.rewardOfferId,
              c.enrollment.contact,
              c.enrollment.customerId,
              c.enrollment.id,
              c.step.key);
      rewards.issue(grant, c.step.rewardValidDays, LocaleCode.parse(wording.localeCode), now);
    }
    NewMessage message =
        new NewMessage(
                EndRun.key(c.execution),
                c.step.templateKey,
                c.step.purpose,
                c.enrollment.orderId,
                c.step.templateKey,
                wording.localeCode,
                Recipient.mailbox(c.step.channel, EmailAddress.of(c.email())))
            .inSeries(c.enrollment.id, c.step.key, wording.version);
    return messages.queue(message, now);
  }

  /** One row for each reason and moment, however often it is looked at in between. */
  private static String putOffKey(StepVerdict v, Candidate c) {
    String base = EndRun.key(c.execution) + ":" + v.reason;
    return v.reason == ReasonCode.SERIES_PAUSED ? base : base + ":" + v.until.getEpochSecond();
  }

  private void decide(StepVerdict v, Candidate c, Instant now, String key, OptionalLong messageId) {
    decisions.store(
        new TouchDecision(
            key,
            c.step.templateKey,
            c.enrollment.orderId,
            v.verdict,
            v.reason,
            now,
            messageId,
            c.place(),
            v.detail));
  }
}
