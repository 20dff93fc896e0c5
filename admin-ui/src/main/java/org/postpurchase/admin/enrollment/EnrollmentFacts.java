package org.postpurchase.admin.enrollment;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.series.Enrollment;
import org.postpurchase.series.EnrollmentState;
import org.postpurchase.series.EnrollmentStore;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.SeriesVersion;
import org.postpurchase.series.SeriesVersionStore;
import org.postpurchase.series.Step;
import org.postpurchase.series.StepExecution;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Who;

/** Reads what the enrollment pages show. Changes nothing. */
public final class EnrollmentFacts {
  private final EnrollmentStore enrollments;
  private final ExecutionStore executions;
  private final SeriesVersionStore versions;
  private final OrderLinks links;
  private final Shop shop;
  private final Words words;

  public EnrollmentFacts(
      EnrollmentStore enrollments,
      ExecutionStore executions,
      SeriesVersionStore versions,
      OrderLinks links,
      Shop shop,
      Words words) {
    this.enrollments = enrollments;
    this.executions = executions;
    this.versions = versions;
    this.links = links;
    this.shop = shop;
    this.words = words;
  }

  String zone() {
    return shop.zone.getId();
  }

  Who people(String typed) {
    return links.people(typed);
  }

  /** Runs of the people, newest first, at most so many. */
  public List<EnrollmentRow> newest(Who who, int most, Locale locale) {
    return rows(runs().page(null, who, ListPage.newest(most)).rows, locale);
  }

  Pages<EnrollmentState, Enrollment> runs() {
    return enrollments.pages();
  }

  Optional<EnrollmentRow> find(long id, Locale locale) {
    return enrollments.find(id).map(found -> rows(Collections.singletonList(found), locale).get(0));
  }

  /** Steps set aside that wait for a person, in all enrollments. */
  int parked() {
    return executions.countParked();
  }

  List<ExecutionRow> steps(long enrollmentId, Locale locale) {
    Optional<SeriesVersion> version =
        enrollments.find(enrollmentId).flatMap(e -> versions.find(e.versionId));
    return steps(executions.ofEnrollment(enrollmentId), version, locale);
  }

  private List<ExecutionRow> steps(
      List<StepExecution> found, Optional<SeriesVersion> version, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    WaitingFor waiting = new WaitingFor(words, locale);
    return found.stream()
        .map(
            execution -> {
              Optional<Step> step = version.flatMap(v -> v.definition.step(execution.stepKey));
              return new ExecutionRow(
                  execution,
                  step,
                  reason(execution, locale),
                  waiting.text(execution, step),
                  moments);
            })
        .collect(Collectors.toList());
  }

  private String reason(StepExecution execution, Locale locale) {
    return ExecutionStore.TRIED_AGAIN.equals(execution.reason)
        ? words.of("PostPurchase_Execution_TriedAgain", execution.reason, locale)
        : words.of("PostPurchase_Reason_" + execution.reason, execution.reason, locale);
  }

  List<EnrollmentRow> rows(List<Enrollment> found, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    Map<Long, String> numbers =
        links.numbers(found.stream().map(e -> e.orderId).collect(Collectors.toSet()));
    return found.stream()
        .map(
            e -> {
              Optional<SeriesVersion> version = versions.find(e.versionId);
              List<ExecutionRow> steps = steps(executions.ofEnrollment(e.id), version, locale);
              return new EnrollmentRow(e, version, numbers.get(e.orderId), steps, moments);
            })
        .collect(Collectors.toList());
  }
}
