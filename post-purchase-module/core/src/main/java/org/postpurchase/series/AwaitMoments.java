package org.postpurchase.series;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;

/**
 * Tells runs that something has happened to their person: it ends those that it is to end, makes
 * steps due that wait for it, and where it is a goal the open steps before it are left out. Steps
 * that wait keep their last day until then.
 */
final class AwaitMoments {
  private final ReadCandidates read;
  private final Triggers triggers;

  AwaitMoments(ReadCandidates read, Triggers triggers) {
    this.read = read;
    this.triggers = triggers;
  }

  /** Something that has happened: which triggers it pulls for a run, and when it was. */
  static final class Happening {
    private final BiPredicate<String, Enrollment> pulls;
    private final Instant at;

    /**
     * @param pulls asked with the key of a trigger and a run of the person
     */
    Happening(BiPredicate<String, Enrollment> pulls, Instant at) {
      this.pulls = pulls;
      this.at = at;
    }

    private boolean isFor(String trigger, Enrollment run) {
      return !trigger.isEmpty() && !at.isBefore(run.enteredAt) && pulls.test(trigger, run);
    }
  }

  /** Ids of the runs that {@link #on} will change; their steps must be in the book by then. */
  Set<Long> touched(
      OrderEvent event, Optional<OrderSnapshot> order, OrderProgress progress, FactRound round) {
    return order
        .map(o -> touched(runs(o, round), happening(event, o, progress, round)))
        .orElseGet(LinkedHashSet::new);
  }

  void on(
      OrderEvent event, Optional<OrderSnapshot> order, OrderProgress progress, FactRound round) {
    order.ifPresent(o -> on(runs(o, round), happening(event, o, progress, round), round.book));
  }

  private static List<Enrollment> runs(OrderSnapshot order, FactRound round) {
    return round.book.activeOfPerson(FactRound.contact(order), FactRound.customerId(order));
  }

  private Happening happening(
      OrderEvent event, OrderSnapshot order, OrderProgress progress, FactRound round) {
    return new Happening(
        (key, run) ->
            triggers
                .ofOrder(key)
                .filter(trigger -> trigger.facts().contains(event.fact))
                .filter(trigger -> isAbout(trigger, event.orderId, run))
                .filter(trigger -> trigger.happened(event, progress))
                .filter(trigger -> !trigger.unfit(order, round.history).isPresent())
                .isPresent(),
        event.occurredAt);
  }

  /** A new order is another one than the run's; what becomes of an order is about the run's own. */
  private static boolean isAbout(OrderTrigger trigger, long orderId, Enrollment run) {
    boolean placed = trigger.facts().contains(OrderFact.SUBMITTED) && !trigger.isOncePerOrder();
    return placed ? run.orderId != orderId : run.orderId == 0 || run.orderId == orderId;
  }

  Set<Long> touched(Collection<Enrollment> runs, Happening what) {
    return runs.stream()
        .filter(run -> awaits(run, what))
        .map(r -> r.id)
        .collect(Collectors.toSet());
  }

  private boolean awaits(Enrollment run, Happening what) {
    SeriesDefinition series = read.version(run).definition;
    return what.isFor(series.endsOn, run)
        || series.steps.stream()
            .anyMatch(step -> step.awaits() && what.isFor(step.waiting.trigger, run));
  }

  /** The runs are active, and those that are touched have their steps in the book. */
  void on(Collection<Enrollment> runs, Happening what, RunBook book) {
    for (Enrollment run : runs) {
      SeriesVersion version = read.version(run);
      if (what.isFor(version.definition.endsOn, run)) {
        EndRun.exit(book, run, version, ReasonCode.ENDED_BY_MOMENT, what.at);
      } else {
        for (Step step : version.definition.steps) {
          if (step.awaits() && what.isFor(step.waiting.trigger, run)) {
            happened(step, run, version, what.at, book);
          }
        }
      }
    }
  }

  private static void happened(
      Step step, Enrollment run, SeriesVersion version, Instant at, RunBook book) {
    boolean inTime = !at.isAfter(step.waiting.deadline(run.enteredAt));
    Optional<StepExecution> waiting =
        book.steps(run.id).stream()
            .filter(execution -> execution.stepKey.equals(step.key))
            .filter(execution -> !step.waiting.hasHappened(execution.plannedAt, run.enteredAt))
            .findFirst();
    boolean moved =
        inTime
            && waiting
                .map(e -> ExecutionChange.schedule(e, step.waiting.dueAt(at, step, run.enteredAt)))
                .map(book::change)
                .orElse(false);
    if (moved && step.waiting.goal && !step.off) {
      leaveOutBefore(step, run, version, at, book);
    }
  }

  private static void leaveOutBefore(
      Step goal, Enrollment run, SeriesVersion version, Instant at, RunBook book) {
    for (StepExecution execution : book.steps(run.id)) {
      Optional<Step> before =
          version.definition.step(execution.stepKey).filter(step -> step.position < goal.position);
      String reason = ReasonCode.GOAL_REACHED.name();
      if (before.isPresent() && book.change(ExecutionChange.cancel(execution, reason, at))) {
        book.decide(
            new TouchDecision(
                EndRun.key(execution),
                before.get().touch(),
                run.orderId,
                Verdict.SKIP,
                ReasonCode.GOAL_REACHED,
                at,
                OptionalLong.empty(),
                new TouchDecision.Place(run.id, execution.stepKey, run.contact),
                goal.name));
      }
    }
  }
}
