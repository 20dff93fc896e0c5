package org.postpurchase.series;

import java.util.List;
import java.util.Optional;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.shared.EmailAddress;

/** Ends runs as soon as something happens that ends them, so that nobody waits for a due step. */
final class LeaveSeries {
  private final EnrollmentStore enrollments;
  private final ReadCandidates read;
  private final RewardCodeStore rewards;
  private final EndRun end;

  LeaveSeries(
      EnrollmentStore enrollments, ReadCandidates read, RewardCodeStore rewards, EndRun end) {
    this.enrollments = enrollments;
    this.read = read;
    this.rewards = rewards;
    this.end = end;
  }

  void on(OrderEvent event, Optional<OrderSnapshot> order, OrderProgress progress) {
    if (event.fact == OrderFact.CANCELLED) {
      ofOrder(event, ExitRule.ORDER_CANCELLED);
    } else if (event.fact == OrderFact.SUBMITTED) {
      order.ifPresent(placed -> orderedAgain(event, placed));
    } else if (progress.isNothingKept()) {
      ofOrder(event, ExitRule.ALL_RETURNED);
    }
  }

  private void ofOrder(OrderEvent event, ExitRule rule) {
    for (Enrollment run : enrollments.activeOfOrder(event.orderId)) {
      SeriesVersion version = read.version(run);
      if (version.definition.exits.contains(rule)) {
        end.exit(run, version, rule.reason, event.occurredAt);
      }
    }
  }

  private void orderedAgain(OrderEvent event, OrderSnapshot placed) {
    List<RewardCode> used = rewards.takenBy(placed.orderId);
    String contact = EmailAddress.stored(placed.email).key();
    for (Enrollment run : enrollments.activeOfContact(contact)) {
      boolean earlier = run.orderId != placed.orderId && !event.occurredAt.isBefore(run.enteredAt);
      SeriesVersion version = read.version(run);
      if (earlier && version.definition.exits.contains(ExitRule.ORDERED_AGAIN)) {
        boolean withCode = used.stream().anyMatch(code -> code.grant.enrollmentId == run.id);
        end.exit(
            run,
            version,
            withCode ? ReasonCode.REWARD_USED : ReasonCode.ORDERED_AGAIN,
            event.occurredAt);
      }
    }
  }
}
