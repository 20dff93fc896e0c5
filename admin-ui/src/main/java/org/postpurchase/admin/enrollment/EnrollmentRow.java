package org.postpurchase.admin.enrollment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PersonLink;
import org.postpurchase.series.Enrollment;
import org.postpurchase.series.SeriesVersion;

/** Plain values of one enrollment for the pages. */
public final class EnrollmentRow {
  private final Enrollment enrollment;
  private final Optional<SeriesVersion> version;
  private final String orderNumber;
  private final List<ExecutionRow> steps;
  private final Moments moments;

  EnrollmentRow(
      Enrollment enrollment,
      Optional<SeriesVersion> version,
      String orderNumber,
      List<ExecutionRow> steps,
      Moments moments) {
    this.enrollment = enrollment;
    this.version = version;
    this.orderNumber = orderNumber;
    this.steps = steps;
    this.moments = moments;
  }

  public long getId() {
    return enrollment.id;
  }

  public String getContact() {
    return enrollment.contact;
  }

  /** Where everything about the person stands; null for one who was erased. */
  String personLink() {
    return enrollment.contact.contains("@") ? PersonLink.ofMailbox(enrollment.contact) : null;
  }

  public long getSeriesId() {
    return enrollment.seriesId;
  }

  /** Name of the series when the person entered. */
  public String getSeries() {
    return version.map(v -> v.definition.name).orElse("#" + enrollment.seriesId);
  }

  public int getVersion() {
    return version.map(v -> v.number).orElse(0);
  }

  /** The number, or the id where the host has none; empty when it is about no order. */
  public String getOrder() {
    if (enrollment.orderId == 0) {
      return "";
    }
    return orderNumber == null ? "#" + enrollment.orderId : orderNumber;
  }

  public boolean isOrderKnown() {
    return orderNumber != null;
  }

  public String getState() {
    return enrollment.state.name();
  }

  /** Why it ended; empty while it has not, or when it was completed. */
  public String getReason() {
    return enrollment.reason == null ? "" : enrollment.reason.name();
  }

  public String getEnteredAt() {
    return moments.of(enrollment.enteredAt);
  }

  public String getEndedAt() {
    return moments.of(enrollment.endedAt);
  }

  /** The step that is due next; null when none has its moment yet. */
  public ExecutionRow getNext() {
    return steps.stream()
        .filter(step -> step.isOpen() && step.due() != null)
        .min(Comparator.comparing(ExecutionRow::due))
        .orElse(null);
  }

  /** Steps that are still to come, the next one first. */
  public List<ExecutionRow> openSteps() {
    return steps.stream()
        .filter(ExecutionRow::isOpen)
        .sorted(
            Comparator.comparing(
                ExecutionRow::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .collect(Collectors.toList());
  }

  /** The first step that waits for something to happen; null when none does. */
  public ExecutionRow getWaiting() {
    return steps.stream().filter(step -> !step.waitsFor.isEmpty()).findFirst().orElse(null);
  }

  /** Whether a step waits for a person. */
  public boolean isParked() {
    return steps.stream().anyMatch(ExecutionRow::isParked);
  }
}
