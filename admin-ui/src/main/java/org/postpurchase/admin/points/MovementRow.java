package org.postpurchase.admin.points;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.ledger.AdjustmentLog;
import org.postpurchase.ledger.PointsPosting;

/** Plain values of one movement for the page. */
final class MovementRow {
  private final PointsPosting posting;
  private final boolean isReward;

  /** In the admin's language; empty for none. */
  public final String reason;

  private final String orderNumber;
  private final Worth worth;
  private final Moments moments;
  private String note = "";
  private boolean undone;

  MovementRow(
      PointsPosting posting, String reason, String orderNumber, Worth worth, Moments moments) {
    this(posting, false, reason, orderNumber, worth, moments);
  }

  private MovementRow(
      PointsPosting posting,
      boolean isReward,
      String reason,
      String orderNumber,
      Worth worth,
      Moments moments) {
    this.posting = posting;
    this.isReward = isReward;
    this.reason = reason;
    this.orderNumber = orderNumber;
    this.worth = worth;
    this.moments = moments;
  }

  static MovementRow ofReward(PointsPosting posting, String reward, Worth worth, Moments moments) {
    return new MovementRow(posting, true, reward, null, worth, moments);
  }

  /**
   * @param row null when nobody made it by hand
   */
  MovementRow byHand(AdjustmentLog.Row row, boolean undone) {
    this.note = row == null ? "" : row.note;
    this.undone = undone;
    return this;
  }

  /** In the words of whoever adjusted the points; empty for none. */
  public String getNote() {
    return note;
  }

  public boolean isUndone() {
    return undone;
  }

  /** Whether it is an adjustment that nobody has undone yet. */
  public boolean isUndoable() {
    return Reversal.isFor(posting) && !undone;
  }

  public long getNumber() {
    return posting.postingNo;
  }

  /** What happened; with a name of its own where points paid for a reward. */
  public String getVerb() {
    return isReward ? "REWARD_" + posting.verb.name() : posting.verb.name();
  }

  /** With a sign where usable points become more or fewer. */
  public String getPoints() {
    switch (posting.verb) {
      case RESERVE:
      case CLAW_BACK:
      case EXPIRE:
      case MOVE_OUT:
        return worth.change(-posting.points);
      case CAPTURE:
      case MATURE:
        return worth.points(posting.points);
      default:
        return worth.change(posting.points);
    }
  }

  /** Points that should have been taken back too and had been used; empty for none. */
  public String getMissing() {
    return posting.shortfall == 0 ? "" : worth.points(posting.shortfall);
  }

  public String getOrder() {
    if (posting.orderId == 0) {
      return "";
    }
    return orderNumber == null ? "#" + posting.orderId : orderNumber;
  }

  public boolean isOrderKnown() {
    return orderNumber != null;
  }

  /** Empty for the shop itself. */
  public String getActor() {
    return posting.actor;
  }

  public String getBatch() {
    return posting.batchId;
  }

  public String getPostedAt() {
    return moments.of(posting.postedAt);
  }
}
