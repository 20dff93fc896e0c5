package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderProgress;

/**
 * Lets steps go that waited for goods on their way back, once they have come back or the buyer
 * keeps them.
 */
final class GoOnAfterWithdrawal {
  private static final Set<OrderFact> ENDING =
      EnumSet.of(
          OrderFact.LINES_RETURNED, OrderFact.LINES_CANCELLED, OrderFact.WITHDRAWAL_TAKEN_BACK);

  private final ExecutionStore executions;
  private final Clock clock;

  GoOnAfterWithdrawal(ExecutionStore executions, Clock clock) {
    this.executions = executions;
    this.clock = clock;
  }

  /** No statement unless a fact may have ended a withdrawal. */
  void on(List<OrderEvent> events, Map<Long, OrderProgress> progress) {
    Instant now = clock.instant();
    Set<Long> settled = new TreeSet<>();
    for (OrderEvent event : events) {
      OrderProgress known = progress.get(event.orderId);
      if (ENDING.contains(event.fact)
          && known != null
          && !known.heldUntil().filter(until -> until.isAfter(now)).isPresent()) {
        settled.add(event.orderId);
      }
    }
    if (!settled.isEmpty()) {
      executions.lookAtOnce(EndedRest.ofWithdrawal(settled), now);
    }
  }
}
