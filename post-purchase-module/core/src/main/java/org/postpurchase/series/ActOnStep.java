package org.postpurchase.series;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.reward.RewardGrant;
import org.postpurchase.reward.RewardRequest;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Shop;
import org.postpurchase.splittest.SplitTests;
import org.postpurchase.splittest.Wording;

/**
 * Carries a verdict out: code, message, stored decision and the execution's next state, all in the
 * book of the caller's transaction. The message's key is the execution's, so that it exists once.
 */
final class ActOnStep {
  private static final Set<ReasonCode> ONCE =
      EnumSet.of(
          ReasonCode.SERIES_PAUSED,
          ReasonCode.IN_SERVICE,
          ReasonCode.WITHDRAWAL_DECLARED,
          ReasonCode.QUIET_HOURS,
          ReasonCode.OVER_CONTACT_BUDGET,
          ReasonCode.PAUSED_BY_PERSON,
          ReasonCode.AT_MOST_WEEKLY,
          ReasonCode.ASK_BUDGET);

  private final Supplier<Shop> shop;
  private final Reach reach;
  private SplitTests splitTests = SplitTests.NONE;

  ActOnStep(Supplier<Shop> shop, Reach reach) {
    this.shop = shop;
    this.reach = reach;
  }

  /** Wordings of some steps are compared. */
  ActOnStep comparing(SplitTests newSplitTests) {
    splitTests = newSplitTests;
    return this;
  }

  /** Looks where all of them are reached, at once. */
  void reach(List<Candidate> candidates) {
    reach.find(candidates);
  }

  void carryOut(StepVerdict v, Candidate c, RunBook book, Instant now) {
    switch (v.verdict) {
      case SEND:
        if (book.change(ExecutionChange.finish(c.execution, ExecutionState.DONE, "", now))) {
          send(v, c, book, now);
          EndRun.completeIfOver(book, c.enrollment, now);
        }
        return;
      case DEFER:
        if (v.quiet) {
          book.change(ExecutionChange.defer(c.execution, v.until, c.execution.reason));
        } else if (book.change(ExecutionChange.defer(c.execution, v.until, v.reason.name()))) {
          book.decide(verdict(v, c, now, putOffKey(v, c), OptionalLong.empty()));
        }
        return;
      case EXIT:
        EndRun.exit(book, c.enrollment, c.version, v.reason, now);
        return;
      default:
        if (v.isChoice()) {
          TakeBranch.choose(c, v.reason, book, now);
        } else if (v.parked) {
          park(v, c, book, now);
        } else {
          skip(v, c, book, now);
        }
    }
  }

  private static void skip(StepVerdict v, Candidate c, RunBook book, Instant now) {
    String reason = v.reason.name();
    if (book.change(ExecutionChange.finish(c.execution, ExecutionState.SKIPPED, reason, now))) {
      book.decide(verdict(v, c, now, EndRun.key(c.execution), OptionalLong.empty()));
      if (c.step.isBranch()) {
        TakeBranch.leaveOutBehind(c.step, c, book, now);
      }
      EndRun.completeIfOver(book, c.enrollment, now);
    }
  }

  /** Sets the step aside for a person. */
  static void park(StepVerdict v, Candidate c, RunBook book, Instant now) {
    if (book.change(ExecutionChange.park(c.execution, v.detail, now))) {
      String key = EndRun.key(c.execution) + ":parked:" + c.execution.epoch;
      book.decide(verdict(v, c, now, key, OptionalLong.empty()));
    }
  }

  private void send(StepVerdict v, Candidate c, RunBook book, Instant now) {
    Wording.Text wording = wording(c, book, now);
    if (c.step.givesReward()) {
      RewardGrant grant =
          new RewardGrant(
              "enrollment:" + c.enrollment.id + ":" + c.step.key,
              c.step.rewardOfferId,
              c.enrollment.contact,
              c.enrollment.customerId,
              c.enrollment.id,
              c.step.key);
      Locale reader = LocaleCode.parse(wording.localeCode);
      book.give(new RewardRequest(grant, c.step.rewardValidDays, reader));
    }
    NewMessage message =
        new NewMessage(
                EndRun.key(c.execution),
                c.step.templateKey,
                c.step.purpose,
                c.enrollment.orderId,
                wording.templateKey,
                wording.localeCode,
                reach.of(c).get())
            .inSeries(c.enrollment.id, c.step.key, wording.version);
    book.send(message, id -> verdict(v, c, now, EndRun.key(c.execution), id));
  }

  private Wording.Text wording(Candidate c, RunBook book, Instant now) {
    SeriesVersion.Wording own =
        c.version.wording(c.step.templateKey, c.locale(), shop.get().locale).get();
    SplitTests.Choice choice =
        splitTests.choose(
            new SplitTests.Sending(
                c.version.seriesId,
                c.version.number,
                c.step.key,
                c.enrollment.id,
                c.enrollment.contact),
            new Wording.Text(own.templateKey, own.localeCode, own.version),
            now);
    choice.noted.ifPresent(book::note);
    return choice.text;
  }

  /** One row for each reason and moment, however often it is looked at in between. */
  private static String putOffKey(StepVerdict v, Candidate c) {
    String base = EndRun.key(c.execution) + ":" + v.reason;
    return ONCE.contains(v.reason) ? base : base + ":" + v.until.getEpochSecond();
  }

  private static TouchDecision verdict(
      StepVerdict v, Candidate c, Instant now, String key, OptionalLong messageId) {
    return new TouchDecision(
        key,
        c.step.touch(),
        c.enrollment.orderId,
        v.verdict,
        v.reason,
        now,
        messageId,
        c.place(),
        v.detail);
  }
}
