package org.postpurchase.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.PostPurchaseException;

/**
 * Reads what verdicts are about, in a number of statements that does not depend on how many they
 * are.
 */
final class ReadCandidates {
  private final EnrollmentStore enrollments;
  private final SeriesVersionStore versions;
  private final SeriesCatalog catalog;
  private final OrderReader orders;
  private final OrderLineStore lines;
  private final People people;

  ReadCandidates(
      EnrollmentStore enrollments,
      SeriesVersionStore versions,
      SeriesCatalog catalog,
      OrderReader orders,
      OrderLineStore lines,
      People people) {
    this.enrollments = enrollments;
    this.versions = versions;
    this.catalog = catalog;
    this.orders = orders;
    this.lines = lines;
    this.people = people;
  }

  /** Steps as they are now, without a lock, in their order; the book notes their runs. */
  List<Candidate> of(List<StepExecution> executions, RunBook book) {
    Map<Long, Enrollment> runs = new HashMap<>();
    enrollments.findAll(runIds(executions)).forEach(run -> runs.put(run.id, run));
    book.note(runs.values());
    return candidates(executions, runs);
  }

  /** Due steps in their order, with their runs locked until the transaction ends. */
  List<Candidate> locked(List<StepExecution> due, RunBook book) {
    return locked(due, book, runs -> {});
  }

  /**
   * @param first is given the runs before anything is read without a lock
   */
  List<Candidate> locked(
      List<StepExecution> due, RunBook book, Consumer<Collection<Enrollment>> first) {
    List<Long> runIds = runIds(due);
    Map<Long, Enrollment> runs = enrollments.lock(runIds);
    first.accept(runs.values());
    book.note(runs.values());
    book.readSteps(runIds);
    return candidates(due, runs);
  }

  private static List<Long> runIds(List<StepExecution> executions) {
    return executions.stream()
        .map(e -> e.enrollmentId)
        .distinct()
        .sorted()
        .collect(Collectors.toList());
  }

  private List<Candidate> candidates(List<StepExecution> executions, Map<Long, Enrollment> runs) {
    List<Candidate.Run> all = new ArrayList<>();
    executions.forEach(e -> all.add(run(e, runs.get(e.enrollmentId))));
    Map<Long, Series> settings =
        catalog.findAll(all.stream().map(r -> r.enrollment.seriesId).collect(Collectors.toSet()));
    Set<Long> orderIds = new TreeSet<>();
    List<Enrollment> withoutOrder = new ArrayList<>();
    for (Candidate.Run run : all) {
      if (run.enrollment.orderId == 0) {
        withoutOrder.add(run.enrollment);
      } else {
        orderIds.add(run.enrollment.orderId);
      }
    }
    Map<Long, OrderSnapshot> found =
        orderIds.isEmpty() ? Collections.emptyMap() : orders.findAll(orderIds);
    Map<Long, List<OrderLineProgress>> known = lines.readAll(orderIds);
    Map<Long, Moment> moments =
        withoutOrder.isEmpty() ? Collections.emptyMap() : enrollments.momentsOf(withoutOrder);
    Map<Moment, Member> members = people.findAll(moments.values());
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate.Run run : all) {
      Optional<Series> series = Optional.ofNullable(settings.get(run.enrollment.seriesId));
      Optional<Moment> moment = Optional.ofNullable(moments.get(run.enrollment.id));
      candidates.add(
          run.enrollment.orderId == 0
              ? Candidate.ofMember(run, series, moment, moment.map(members::get))
              : ofOrder(
                  run,
                  series,
                  Optional.ofNullable(found.get(run.enrollment.orderId)),
                  known.getOrDefault(run.enrollment.orderId, Collections.emptyList())));
    }
    return candidates;
  }

  private static Candidate ofOrder(
      Candidate.Run run,
      Optional<Series> series,
      Optional<OrderSnapshot> order,
      List<OrderLineProgress> known) {
    return new Candidate(
        run,
        series,
        order,
        order.map(o -> OrderProgress.of(o, known)).orElseGet(() -> new OrderProgress(known)));
  }

  private Candidate.Run run(StepExecution execution, Enrollment run) {
    if (run == null) {
      throw new PostPurchaseException(
          "Enrollment " + execution.enrollmentId + " of this step no longer exists.");
    }
    SeriesVersion version = versionWith(run, execution.stepKey);
    Step step =
        version
            .definition
            .step(execution.stepKey)
            .orElseThrow(
                () ->
                    new PostPurchaseException(
                        "Version "
                            + version.number
                            + " of the series has no step '"
                            + execution.stepKey
                            + "'."));
    return new Candidate.Run(execution, run, version, step);
  }

  /** A message may be on its way for a step that is not in the version its run was moved to. */
  private SeriesVersion versionWith(Enrollment run, String stepKey) {
    SeriesVersion own = version(run);
    for (int number = own.number; number > 0; number--) {
      Optional<SeriesVersion> earlier = versions.find(run.seriesId, number);
      if (earlier.filter(v -> v.definition.step(stepKey).isPresent()).isPresent()) {
        return earlier.get();
      }
    }
    return own;
  }

  SeriesVersion version(Enrollment run) {
    Optional<SeriesVersion> version = versions.find(run.versionId);
    return version.orElseThrow(
        () ->
            new PostPurchaseException(
                "Version " + run.versionId + " of series " + run.seriesId + " no longer exists."));
  }
}
