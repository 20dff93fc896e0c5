package org.postpurchase.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;

/** Ends runs as soon as something happens that ends them, so that nobody waits for a due step. */
final class LeaveSeries {
  private final ReadCandidates read;

  LeaveSeries(ReadCandidates read) {
    this.read = read;
  }

  /** A run that a fact ends, and by which rule. */
  private static final class Exit {
    final Enrollment run;
    final SeriesVersion version;
    final ExitRule rule;

    Exit(Enrollment run, SeriesVersion version, ExitRule rule) {
      this.run = run;
      this.version = version;
      this.rule = rule;
    }
  }

  /** Ids of the runs that {@link #on} will end; their steps must be in the book by then. */
  Set<Long> leaving(
      OrderEvent event, Optional<OrderSnapshot> order, OrderProgress progress, FactRound round) {
    return exits(event, order, progress, round.book).stream()
        .map(exit -> exit.run.id)
        .collect(Collectors.toSet());
  }

  void on(
      OrderEvent event, Optional<OrderSnapshot> order, OrderProgress progress, FactRound round) {
    for (Exit exit : exits(event, order, progress, round.book)) {
      EndRun.exit(round.book, exit.run, exit.version, reason(exit, event, round), event.occurredAt);
    }
  }

  private List<Exit> exits(
      OrderEvent event, Optional<OrderSnapshot> order, OrderProgress progress, RunBook book) {
    if (event.fact == OrderFact.CANCELLED) {
      return exits(book.activeOfOrder(event.orderId), ExitRule.ORDER_CANCELLED);
    }
    if (event.fact == OrderFact.SUBMITTED) {
      return order
          .map(placed -> exits(earlier(event, placed, book), ExitRule.ORDERED_AGAIN))
          .orElseGet(Collections::emptyList);
    }
    return progress.isNothingKept()
        ? exits(book.activeOfOrder(event.orderId), ExitRule.ALL_RETURNED)
        : Collections.emptyList();
  }

  private List<Exit> exits(List<Enrollment> runs, ExitRule rule) {
    List<Exit> exits = new ArrayList<>();
    for (Enrollment run : runs) {
      SeriesVersion version = read.version(run);
      if (version.definition.exits.contains(rule)) {
        exits.add(new Exit(run, version, rule));
      }
    }
    return exits;
  }

  private static List<Enrollment> earlier(OrderEvent event, OrderSnapshot placed, RunBook book) {
    String contact = FactRound.contact(placed);
    return book.activeOfPerson(contact, FactRound.customerId(placed)).stream()
        .filter(run -> run.orderId != placed.orderId)
        .filter(run -> !event.occurredAt.isBefore(run.enteredAt))
        .collect(Collectors.toList());
  }

  private static ReasonCode reason(Exit exit, OrderEvent event, FactRound round) {
    boolean withCode =
        exit.rule == ExitRule.ORDERED_AGAIN
            && round.takenBy(event.orderId).stream()
                .anyMatch(code -> code.grant.enrollmentId == exit.run.id);
    return withCode ? ReasonCode.REWARD_USED : exit.rule.reason;
  }
}
