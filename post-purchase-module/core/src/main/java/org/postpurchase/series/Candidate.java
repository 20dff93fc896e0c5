package org.postpurchase.series;

import java.util.Optional;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;

/** Everything that one verdict is about, read in the deciding transaction. */
final class Candidate {
  final StepExecution execution;
  final Enrollment enrollment;
  final SeriesVersion version;
  final Step step;
  final Optional<Series> series;
  final Optional<OrderSnapshot> order;
  final OrderProgress progress;

  Candidate(
      Run run, Optional<Series> series, Optional<OrderSnapshot> order, OrderProgress progress) {
    this.execution = run.execution;
    this.enrollment = run.enrollment;
    this.version = run.version;
    this.step = run.step;
    this.series = series;
    this.order = order;
    this.progress = progress;
  }

  /** One step of one person's run. */
  static final class Run {
    final StepExecution execution;
    final Enrollment enrollment;
    final SeriesVersion version;
    final Step step;

    Run(StepExecution execution, Enrollment enrollment, SeriesVersion version, Step step) {
      this.execution = execution;
      this.enrollment = enrollment;
      this.version = version;
      this.step = step;
    }
  }

  boolean exitsOn(ExitRule rule) {
    return version.definition.exits.contains(rule);
  }

  TouchDecision.Place place() {
    return new TouchDecision.Place(enrollment.id, step.key, enrollment.contact);
  }
}
