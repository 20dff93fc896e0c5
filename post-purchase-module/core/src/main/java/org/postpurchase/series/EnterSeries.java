package org.postpurchase.series;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderHistory;
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

  private final SeriesCatalog catalog;
  private final SeriesVersionStore versions;
  private final EnrollmentStore enrollments;
  private final Triggers triggers;
  private final OrderHistory history;
  private final Records records;
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

  /** What an order must be to begin a series. */
  static final class Kinds {
    final Triggers triggers;
    final OrderHistory history;

    Kinds(Triggers triggers, OrderHistory history) {
      this.triggers = triggers;
      this.history = history;
    }
  }

  EnterSeries(
      SeriesCatalog catalog,
      SeriesVersionStore versions,
      EnrollmentStore enrollments,
      Kinds kinds,
      Records records,
      StepTiming timing) {
    this.catalog = catalog;
    this.versions = versions;
    this.enrollments = enrollments;
    this.triggers = kinds.triggers;
    this.history = kinds.history;
    this.records = records;
    this.timing = timing;
  }

  boolean reactsTo(OrderFact fact) {
    return triggers.facts().contains(fact);
  }

  void on(OrderEvent event, Optional<OrderSnapshot> order, OrderProgress progress) {
    List<Series> candidates =
        catalog.running().stream()
            .filter(series -> happened(series, event, progress))
            .collect(Collectors.toList());
    if (event.fact == OrderFact.SUBMITTED && candidates.isEmpty()) {
      skip(event, order, 0, ReasonCode.SWITCHED_OFF);
    }
    boolean taken = false;
    for (Series series : candidates) {
      ReasonCode obstacle = obstacle(series, event, order, taken);
      if (obstacle == null) {
        taken = enter(series, event, order.get(), progress) || taken;
      } else {
        skip(event, order, series.id, obstacle);
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
      Series series, OrderEvent event, Optional<OrderSnapshot> found, boolean taken) {
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
        triggers.ofOrder(series.draft.trigger).flatMap(trigger -> trigger.unfit(order, history));
    if (unfit.isPresent()) {
      return unfit.get();
    }
    return taken ? ReasonCode.OUTRANKED : null;
  }

  private boolean enter(
      Series series, OrderEvent event, OrderSnapshot order, OrderProgress progress) {
    SeriesVersion version = versions.find(series.id, series.liveVersion).orElse(null);
    if (version == null) {
      skip(event, Optional.of(order), series.id, ReasonCode.SWITCHED_OFF);
      return false;
    }
    String contact = EmailAddress.of(order.email).key();
    Instant at = event.occurredAt;
    enrollments.lockContact(contact, at);
    List<Enrollment> runs = enrollments.ofContactInSeries(contact, series.id);
    boolean known = runs.stream().anyMatch(run -> run.orderId == order.orderId);
    if (known && isOncePerOrder(series)) {
      return false; // several parcels, or two reporters, tell of one shipment
    }
    OptionalLong entered =
        mayEnter(version.definition.reEntry, runs)
            ? enrollments.enter(
                key(series, version, contact, runs.size(), event),
                series.id,
                version.id,
                new Enrollment.Person(contact, order.customerId, order.orderId),
                at)
            : OptionalLong.empty();
    entered.ifPresent(id -> plan(id, version, event, order, progress));
    if (!entered.isPresent() && !known) { // the same happening seen twice is no reason of its own
      skip(event, Optional.of(order), series.id, ReasonCode.ALREADY_ENROLLED);
    }
    return entered.isPresent();
  }

  private boolean isOncePerOrder(Series series) {
    return triggers.ofOrder(series.draft.trigger).map(OrderTrigger::isOncePerOrder).orElse(false);
  }

  private String key(
      Series series, SeriesVersion version, String contact, int runs, OrderEvent event) {
    String run = event.key;
    if (version.definition.reEntry == ReEntry.NEVER) {
      run = "run:" + (runs + 1);
    } else if (isOncePerOrder(series)) {
      run = "order:" + event.orderId + ":" + series.draft.trigger;
    }
    return "series:" + series.id + ":" + contact + ":" + run;
  }

  private void plan(
      long enrollmentId,
      SeriesVersion version,
      OrderEvent event,
      OrderSnapshot order,
      OrderProgress progress) {
    for (Step step : version.definition.steps) {
      Instant due = timing.dueAt(step, order, progress).orElse(null);
      boolean past = due != null && due.isBefore(event.occurredAt);
      records.executions.add(enrollmentId, step, past ? event.occurredAt : due);
    }
  }

  static boolean mayEnter(ReEntry rule, List<Enrollment> runs) {
    switch (rule) {
      case NEVER:
        return runs.stream().noneMatch(EnterSeries::counts);
      case WHEN_FINISHED:
        return runs.stream().noneMatch(run -> run.state == EnrollmentState.ACTIVE);
      default:
        return true;
    }
  }

  private static boolean counts(Enrollment run) {
    return run.state != EnrollmentState.EXITED || run.reason != ReasonCode.ORDER_CANCELLED;
  }

  private void skip(
      OrderEvent event, Optional<OrderSnapshot> order, long seriesId, ReasonCode reason) {
    String contact = order.map(o -> EmailAddress.stored(o.email).key()).orElse("");
    records.decisions.store(
        new TouchDecision(
            "enter:" + seriesId + "|" + event.key,
            TOUCH,
            event.orderId,
            Verdict.SKIP,
            reason,
            event.occurredAt,
            OptionalLong.empty(),
            new TouchDecision.Place(0, "", contact.length() <= 254 ? contact : ""),
            seriesName(seriesId)));
  }

  private String seriesName(long seriesId) {
    return seriesId == 0 ? "" : catalog.find(seriesId).map(s -> s.draft.name).orElse("");
  }
}
