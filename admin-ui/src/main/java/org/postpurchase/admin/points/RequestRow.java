package org.postpurchase.admin.points;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.ledger.AdjustmentRequest;

/** Plain values of an adjustment that needs a second person, for the pages. */
final class RequestRow {
  private final AdjustmentRequest request;
  public final String owner;
  public final String reason;
  public final boolean own;
  private final Worth worth;
  private final Moments moments;

  /**
   * @param own whether the current user asked for it, so that somebody else has to decide
   */
  RequestRow(
      AdjustmentRequest request,
      String owner,
      String reason,
      boolean own,
      Worth worth,
      Moments moments) {
    this.request = request;
    this.owner = owner;
    this.reason = reason;
    this.own = own;
    this.worth = worth;
    this.moments = moments;
  }

  public long getId() {
    return request.id;
  }

  public long getAccountId() {
    return request.details.accountId;
  }

  public String getState() {
    return request.state.name();
  }

  public boolean isWaiting() {
    return request.state == AdjustmentRequest.State.WAITING;
  }

  public String getPoints() {
    return worth.change(request.details.points);
  }

  public String getBatch() {
    return request.details.posting.batchId;
  }

  /** What was asked for. */
  public String getKind() {
    return request.details.kind.name();
  }

  /** Whether it is about one account rather than a batch. */
  public boolean isOfAccount() {
    return request.details.accountId != 0;
  }

  /** In the words of the one who asked; empty for none. */
  public String getNote() {
    return request.note;
  }

  /** Empty for never. */
  public String getExpiresAt() {
    return moments.of(request.details.expiresAt);
  }

  public String getRequestedBy() {
    return request.askedBy.login;
  }

  public String getRequestedAt() {
    return moments.of(request.requestedAt);
  }

  /** Empty while it waits. */
  public String getDecidedBy() {
    return request.decidedBy.login;
  }

  public String getDecidedAt() {
    return moments.of(request.decidedAt);
  }
}
