package org.postpurchase.series;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.shared.EmailAddress;

/**
 * Lets buyers enter series when something happens to their order, and keeps the reason why one did
 * not. Of several series that the same happening could start, the one with the highest priority is
 * entered. What happened before a series was switched on enters nobody.
 */
final class EnterSeries {
  private static final String TOUCH = "series";

  private final SeriesVersionStore versions;
  private final Triggers triggers;
  private final StepTiming timing;

  /** Where steps and verdicts are written. */
  static final class Records {
    final ExecutionStore executions;
    final DecisionStore decisions;

    Records(ExecutionStore executions, DecisionStore decisions) {
      this.executions = executions;
      this.decisions = decisions;
    }
  }

  EnterSeries(SeriesVersionStore versions, Triggers triggers, StepTiming timing) {
    this.versions = versions;
    this.triggers = triggers;
    this.timing = timing;
  }

  boolean reactsTo(OrderFact fact) {
    return triggers.facts().contains(fact);
  }

  /** The round has read all runs of the buyer. */
  void on(
      OrderEvent event, Optional<OrderSnapshot> order, OrderProgress progress, FactRound round) {
    List<Series> candidates =
        round.running.stream()
            .filter(series -> happened(series, event, progress))
            .collect(Collectors.toList());
    if (event.fact == OrderFact.SUBMITTED && candidates.isEmpty()) {
      skip(event, order, 0, ReasonCode.SWITCHED_OFF, round);
    }
    boolean taken = false;
    for (Series series : candidates) {
      ReasonCode obstacle = obstacle(series, event, order, taken, round);
      if (obstacle == null) {
        taken = enter(series, event, order.get(), progress, round) || taken;
      } else {
        skip(event, order, series.id, obstacle, round);
      }
    }
  }

  /** A series whose trigger is not registered any more is entered by nobody. */
  private boolean happened(Series series, OrderEvent event, OrderProgress progress) {
    return triggers
        .ofOrder(series.draft.trigger)
        .filter(trigger -> trigger.facts().contains(event.fact))
        .filter(trigger -> trigger.happened(event, progress))
        .isPresent();
  }

  /** What speaks against entering, or null. */
  private ReasonCode obstacle(
      Series series,
      OrderEvent event,
      Optional<OrderSnapshot> found,
      boolean taken,
      FactRound round) {
    if (!found.isPresent()) {
      return ReasonCode.ORDER_GONE;
    }
    OrderSnapshot order = found.get();
    if (series.status == SeriesStatus.PAUSED) {
      return ReasonCode.SERIES_PAUSED;
    }
    boolean past =
        !series.wasActiveAt(event.occurredAt)
            || (order.submittedAt != null && !series.wasActiveAt(order.submittedAt));
    if (past) {
      return ReasonCode.BEFORE_ACTIVATION;
    }
    boolean cancelled = event.fact == OrderFact.CANCELLED;
    if (order.state != (cancelled ? OrderState.CANCELLED : OrderState.SUBMITTED)) {
      return ReasonCode.ORDER_NOT_SUBMITTED;
    }
    if (!DecideStep.isUsable(order.email)) {
      return ReasonCode.NO_USABLE_ADDRESS;
    }
    Optional<ReasonCode> unfit =
        triggers
            .ofOrder(series.draft.trigger)
            .flatMap(trigger -> trigger.unfit(order, round.history));
    if (unfit.isPresent()) {
      return unfit.get();
    }
    Optional<ReasonCode> other =
        series.draft.entry.objection(order, o -> round.history.earlier(o).size() + 1);
    if (other.isPresent()) {
      return other.get();
    }
    if (!series.draft.segment.isEmpty() && !round.isInSegment(series.draft.segment, order)) {
      return ReasonCode.NOT_IN_SEGMENT;
    }
    return taken ? ReasonCode.OUTRANKED : null;
  }

  private boolean enter(
      Series series,
      OrderEvent event,
      OrderSnapshot order,
      OrderProgress progress,
      FactRound round) {
    SeriesVersion version = versions.find(series.id, series.liveVersion).orElse(null);
    if (version == null) {
      skip(event, Optional.of(order), series.id, ReasonCode.SWITCHED_OFF, round);
      return false;
    }
    String contact = EmailAddress.of(order.email).key();
    Instant at = event.occurredAt;
    List<Enrollment> runs =
        round.book.ofPersonInSeries(contact, FactRound.customerId(order), series.id);
    boolean known = runs.stream().anyMatch(run -> run.orderId == order.orderId);
    if (known && isOncePerOrder(series)) {
      return false; // several parcels, or two reporters, tell of one shipment
    }
    boolean entered = false;
    Optional<ReasonCode> objection = MayEnter.objection(version.definition, runs, at);
    boolean forProducts = version.definition.reEntry == ReEntry.EACH_PRODUCT;
    Set<Long> products = newProducts(version.definition, order, runs, round.book);
    if (!objection.isPresent() && !(forProducts && products.isEmpty())) {
      String key =
          key(series, version, contact, runs.size(), event)
              + (forProducts ? MayEnter.productsKey(products) : "");
      Enrollment.Person buyer = new Enrollment.Person(contact, order.customerId, order.orderId);
      NewRun run = new NewRun(key, version, buyer, at);
      plan(run, version, event, order, progress);
      entered = round.book.enter(run);
    }
    if (!entered && !known) { // the same happening seen twice is no reason of its own
      ReasonCode reason = objection.orElse(ReasonCode.ALREADY_ENROLLED);
      skip(event, Optional.of(order), series.id, reason, round);
    }
    return entered;
  }

  /** What of the order no run that counts was about; empty where products do not matter. */
  static Set<Long> newProducts(
      SeriesDefinition series, OrderSnapshot order, List<Enrollment> runs, RunBook book) {
    if (series.reEntry != ReEntry.EACH_PRODUCT) {
      return Collections.emptySet();
    }
    List<String> keys =
        runs.stream().filter(MayEnter::counts).map(book::keyOf).collect(Collectors.toList());
    return MayEnter.newProducts(series.entry.wantedProducts(order), keys);
  }

  private boolean isOncePerOrder(Series series) {
    return triggers.ofOrder(series.draft.trigger).map(OrderTrigger::isOncePerOrder).orElse(false);
  }

  private String key(
      Series series, SeriesVersion version, String contact, int runs, OrderEvent event) {
    String run = event.key;
    boolean counted =
        version.definition.reEntry == ReEntry.NEVER
            || version.definition.reEntry == ReEntry.EACH_PRODUCT;
    if (counted) {
      run = "run:" + (runs + 1);
    } else if (isOncePerOrder(series)) {
      run = "order:" + event.orderId + ":" + series.draft.trigger;
    }
    return "series:" + series.id + ":" + contact + ":" + run;
  }

  private void plan(
      NewRun run,
      SeriesVersion version,
      OrderEvent event,
      OrderSnapshot order,
      OrderProgress progress) {
    for (Step step : version.definition.steps) {
      Instant due = timing.firstDueAt(step, order, progress, event.occurredAt).orElse(null);
      boolean past = due != null && due.isBefore(event.occurredAt);
      run.plan(step, past ? event.occurredAt : due);
    }
  }

  private static void skip(
      OrderEvent event,
      Optional<OrderSnapshot> order,
      long seriesId,
      ReasonCode reason,
      FactRound round) {
    String contact = order.map(o -> EmailAddress.stored(o.email).key()).orElse("");
    round.book.decide(
        new TouchDecision(
            "enter:" + seriesId + "|" + event.key,
            TOUCH,
            event.orderId,
            Verdict.SKIP,
            reason,
            event.occurredAt,
            OptionalLong.empty(),
            new TouchDecision.Place(0, "", contact.length() <= 254 ? contact : ""),
            round.nameOf(seriesId)));
  }
}
