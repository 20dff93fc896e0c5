package org.postpurchase.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * How many points one person may move without a second one.
 *
 * <p>Counted are all adjustments of the last 24 hours to which nobody else agreed, signs left out:
 * those of the person, whatever their accounts and batches, and those of the account, whoever made
 * them. The hours run on the shop's clock and know no midnight, so nothing is gained by waiting for
 * one. Undoing what was moved earlier counts like any adjustment, but undoing one's own of these
 * hours neither counts nor gives anything back.
 *
 * <p>Asked inside the transaction that moves the points; the person is locked first, so that
 * parallel requests are judged one after the other, on any number of nodes.
 */
public final class FourEyes {
  private static final Duration WINDOW = Duration.ofHours(24);

  private final AdjustmentLog log;
  private final long most;

  /**
   * @param most points within 24 hours; one more needs a second person
   */
  public FourEyes(AdjustmentLog log, long most) {
    this.log = requireNonNull(log, "log");
    this.most = most;
  }

  /** How many points, up or down, go without a second person. */
  public long most() {
    return most;
  }

  /** Whether a person needs a second one to move so many points, up or down. Locks the person. */
  public boolean needsSecond(StaffMember by, long accountId, long points, Instant now) {
    return needsSecond(by, points, now) || isMuchFor(accountId, points, now);
  }

  /** Whether so many points are too many for an account, whoever moves them. */
  public boolean isMuchFor(long accountId, long points, Instant now) {
    return size(points) > most - log.movedOn(accountId, now.minus(WINDOW));
  }

  /** Whether a person needs a second one for so many points of any accounts. Locks the person. */
  public boolean needsSecond(StaffMember by, long points, Instant now) {
    log.lock(by, now);
    return size(points) > most - log.movedBy(by, now.minus(WINDOW));
  }

  /** Whether a person undoes what the same person moved on nobody else's word in these hours. */
  public boolean isOwnSlip(StaffMember by, long accountId, long postingNo, Instant now) {
    return log.find(accountId, postingNo)
        .filter(row -> row.counts && row.by.isSameAs(by) && row.at.isAfter(now.minus(WINDOW)))
        .isPresent();
  }

  private static long size(long points) {
    return points == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(points);
  }
}
