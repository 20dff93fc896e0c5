package org.postpurchase.series;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.moment.Moment;
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

  /** Only for runs that began with something that happened to a member; these have no order. */
  final Optional<Moment> moment;

  final Optional<Member> member;

  /** Where it is sent to; null until somebody has looked. */
  Optional<Recipient> reached;

  Candidate(
      Run run, Optional<Series> series, Optional<OrderSnapshot> order, OrderProgress progress) {
    this(run, series, order, progress, Optional.empty(), Optional.empty());
  }

  static Candidate ofMember(
      Run run, Optional<Series> series, Optional<Moment> moment, Optional<Member> member) {
    OrderProgress none = new OrderProgress(Collections.emptyList());
    return new Candidate(run, series, Optional.empty(), none, moment, member);
  }

  private Candidate(
      Run run,
      Optional<Series> series,
      Optional<OrderSnapshot> order,
      OrderProgress progress,
      Optional<Moment> moment,
      Optional<Member> member) {
    this.execution = run.execution;
    this.enrollment = run.enrollment;
    this.version = run.version;
    this.step = run.step;
    this.series = series;
    this.order = order;
    this.progress = progress;
    this.moment = moment;
    this.member = member;
  }

  boolean isAboutMember() {
    return enrollment.orderId == 0;
  }

  /** Where it goes now, as typed; empty when there is nobody. */
  Optional<String> address() {
    return order.isPresent() ? order.map(o -> o.email) : member.map(m -> m.email);
  }

  /** Where it goes now, as typed; the caller has made sure that there is somebody. */
  String email() {
    return order.map(o -> o.email).orElseGet(() -> member.get().email);
  }

  Locale locale() {
    return order.map(o -> o.locale).orElseGet(() -> member.get().locale);
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
