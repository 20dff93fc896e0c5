package org.postpurchase.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.PostPurchaseException;

/** Reads what verdicts are about. */
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

  /** One step as it is now, without a lock. */
  Candidate of(StepExecution execution) {
    return of(execution, enrollments.find(execution.enrollmentId).orElse(null), catalog::find);
  }

  /** Due steps in their order, with their runs locked until the transaction ends. */
  List<Candidate> locked(List<StepExecution> due) {
    Map<Long, Enrollment> runs =
        enrollments.lock(
            due.stream().map(e -> e.enrollmentId).distinct().collect(Collectors.toList()));
    Map<Long, Optional<Series>> known = new HashMap<>();
    LongFunction<Optional<Series>> settings = id -> known.computeIfAbsent(id, catalog::find);
    List<Candidate> candidates = new ArrayList<>();
    for (StepExecution execution : due) {
      candidates.add(of(execution, runs.get(execution.enrollmentId), settings));
    }
    return candidates;
  }

  private Candidate of(
      StepExecution execution, Enrollment run, LongFunction<Optional<Series>> settings) {
    if (run == null) {
      throw new PostPurchaseException(
          "Enrollment " + execution.enrollmentId + " of this step no longer exists.");
    }
    SeriesVersion version = version(run);
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
    Candidate.Run what = new Candidate.Run(execution, run, version, step);
    if (run.orderId == 0) {
      Optional<Moment> moment = enrollments.momentOf(run);
      return Candidate.ofMember(
          what, settings.apply(run.seriesId), moment, moment.flatMap(people::find));
    }
    Optional<OrderSnapshot> order = orders.find(run.orderId);
    List<OrderLineProgress> known = lines.read(run.orderId);
    return new Candidate(
        what,
        settings.apply(run.seriesId),
        order,
        order.map(o -> OrderProgress.of(o, known)).orElseGet(() -> new OrderProgress(known)));
  }

  SeriesVersion version(Enrollment run) {
    Optional<SeriesVersion> version = versions.find(run.versionId);
    return version.orElseThrow(
        () ->
            new PostPurchaseException(
                "Version " + run.versionId + " of series " + run.seriesId + " no longer exists."));
  }
}
