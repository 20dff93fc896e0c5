package org.postpurchase.admin.service;

import java.time.Instant;
import java.util.Map;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.service.ServiceCase;

/** A case in the queue and on its page. Getters for page templates. */
final class CaseRow {
  private final ServiceCase row;
  private final Map<Long, String> orders;
  private final Moments moments;
  private final Instant now;

  CaseRow(ServiceCase row, Map<Long, String> orders, Moments moments, Instant now) {
    this.row = row;
    this.orders = orders;
    this.moments = moments;
    this.now = now;
  }

  public long getId() {
    return row.id;
  }

  public int getEdition() {
    return row.edition;
  }

  public String getKind() {
    return row.cause.kind.name();
  }

  public String getCause() {
    return row.cause.causeKey;
  }

  /** The review that opened it; null for another cause. */
  public String getReview() {
    return row.cause.causeKey.matches("review:\\d+") ? row.cause.causeKey.substring(7) : null;
  }

  public String getState() {
    return row.state.name();
  }

  public boolean isOpen() {
    return row.isOpen();
  }

  public String getSubject() {
    return row.cause.subject;
  }

  public String getName() {
    return row.cause.name;
  }

  public String getEmail() {
    return row.cause.email.toString();
  }

  public String getContact() {
    return row.contact;
  }

  /** Null for a guest. */
  public Long getCustomer() {
    return row.cause.customerId == 0 ? null : row.cause.customerId;
  }

  /** Null when there is none, or the shop does not have it any more. */
  public String getOrder() {
    return orders.get(row.cause.orderId);
  }

  public String getAssignee() {
    return row.assignee;
  }

  public String getOpenedAt() {
    return moments.of(row.times.openedAt);
  }

  public String getFirstDueAt() {
    return moments.of(row.times.firstDueAt);
  }

  public String getFirstAt() {
    return moments.of(row.times.firstAt);
  }

  public boolean isAnswered() {
    return row.times.firstAt != null;
  }

  public boolean isFirstLate() {
    return row.isFirstLate(now)
        || (row.times.firstAt != null && row.times.firstAt.isAfter(row.times.firstDueAt));
  }

  public String getDueAt() {
    return moments.of(row.times.dueAt);
  }

  public boolean isLate() {
    return row.isLate(now);
  }

  public String getWaitingSince() {
    return moments.of(row.times.waitingSince);
  }

  public String getClosedAt() {
    return moments.of(row.times.closedAt);
  }

  public String getClosedBy() {
    return row.closedBy;
  }

  public String getAdvertising() {
    return row.advertising.name();
  }
}
