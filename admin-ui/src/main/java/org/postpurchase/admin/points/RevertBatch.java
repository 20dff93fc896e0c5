package org.postpurchase.admin.points;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.AdjustmentRequest;
import org.postpurchase.ledger.FourEyes;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.ledger.StaffMember;
import org.postpurchase.ledger.Verb;
import org.postpurchase.shared.Transactions;

/**
 * Undoes all adjustments of a batch, each once, however often it is asked for.
 *
 * <p>Given points are taken back from their own lot first, then from others; what was used is
 * missing and handled as the programme says. Taken points are given back as new ones. Each
 * adjustment is one transaction with its audit row, so a crash leaves whole ones, and asking again
 * does the rest. What is more than one person may move waits as a whole for a second one.
 */
final class RevertBatch {
  private static final String ACTION = "undo batch";

  /** At once; asking again does the next ones. */
  private static final int MOST = 5000;

  private static final int PAGE = 500;

  private final AdminAccess access;
  private final AdjustAccount.Ground ground;
  private final Transactions transactions;
  private final FourEyes fourEyes;
  private final Reversal reversal;

  public RevertBatch(
      AdminAccess access,
      AdjustAccount.Ground ground,
      Transactions transactions,
      FourEyes fourEyes,
      Reversal reversal) {
    this.access = access;
    this.ground = ground;
    this.transactions = transactions;
    this.fourEyes = fourEyes;
    this.reversal = reversal;
  }

  /** What became of a batch. */
  public static final class Result {
    public final String batch;
    private boolean asked;
    private int reversed;
    private int before;
    private int refused;
    private long missing;

    Result(String batch) {
      this.batch = batch;
    }

    private void add(PostingResult done) {
      if (done.repeated || done.refusal == Refusal.NOTHING_LEFT) {
        before++;
      } else if (done.refusal != null) {
        refused++;
      } else {
        reversed++;
        missing += done.shortfall;
      }
    }

    /** Adjustments undone now. */
    public int getReversed() {
      return reversed;
    }

    /** Adjustments that had been undone earlier. */
    public int getBefore() {
      return before;
    }

    /** Adjustments that could not be undone, such as those of frozen accounts. */
    public int getRefused() {
      return refused;
    }

    /** Points that were to be taken back and had been used. */
    public long getMissing() {
      return missing;
    }

    /** Whether it is so much that a second person was asked; then nothing was undone. */
    public boolean isAsked() {
      return asked;
    }

    public boolean isUnknown() {
      return !asked && reversed + before + refused == 0;
    }
  }

  Result revert(String batch) throws SecurityServiceException {
    access.require(PointsRecord.class, EntityOperationType.UPDATE, ACTION, "batch " + batch);
    StaffMember by = access.staff();
    Result result = new Result(batch);
    if (batch.isEmpty() || !by.isKnown()) {
      return result;
    }
    result.asked = transactions.call(() -> asks(batch, by));
    return result.asked ? result : run(batch, by, false, result);
  }

  /** Undoes what a second person has agreed to. */
  Result agreed(String batch, StaffMember askedBy) {
    return run(batch, askedBy, true, new Result(batch));
  }

  private Result run(String batch, StaffMember by, boolean agreed, Result result) {
    List<PointsPosting> page = ground.views.adjustmentsOfBatch(batch, null, PAGE);
    while (!page.isEmpty()) {
      for (PointsPosting posting : page) {
        if (result.reversed + result.refused == MOST) {
          return result;
        }
        transactions.run(() -> one(posting, by, agreed, result));
      }
      page = ground.views.adjustmentsOfBatch(batch, page.get(page.size() - 1), PAGE);
    }
    return result;
  }

  private void one(PointsPosting posting, StaffMember by, boolean agreed, Result result) {
    if (!agreed && needsSecond(posting, by)) {
      ground.audit.refused(
          by.login, ACTION, "account " + posting.accountId, posting.batchId + ": needs a second");
      result.refused++;
      return;
    }
    Instant now = ground.clock.instant();
    boolean slip = fourEyes.isOwnSlip(by, posting.accountId, posting.postingNo, now);
    result.add(reversal.of(posting, by, !agreed && !slip));
  }

  /** Judged again for each, since the same person may do something else meanwhile. */
  private boolean needsSecond(PointsPosting posting, StaffMember by) {
    Instant now = ground.clock.instant();
    ground.log.lock(by, now);
    ground.ledger.lock(posting.accountId);
    long mergedInto = ground.views.balance(posting.accountId, now).accountId;
    return movesMore(posting, by, now) && fourEyes.needsSecond(by, mergedInto, posting.points, now);
  }

  private boolean movesMore(PointsPosting posting, StaffMember by, Instant now) {
    return !ground.log.isPosted(Reversal.keyOf(posting))
        && !fourEyes.isOwnSlip(by, posting.accountId, posting.postingNo, now);
  }

  /** Asks a second person if all that is left to undo is more than one may move. */
  private boolean asks(String batch, StaffMember by) {
    Instant now = ground.clock.instant();
    ground.log.lock(by, now);
    Map<Long, Long> sums = new TreeMap<>();
    List<PointsPosting> page = ground.views.adjustmentsOfBatch(batch, null, PAGE);
    while (!page.isEmpty()) {
      for (PointsPosting posting : page) {
        if (movesMore(posting, by, now)) {
          sums.merge(posting.accountId, Math.abs(posting.points), Math::addExact);
        }
      }
      page = ground.views.adjustmentsOfBatch(batch, page.get(page.size() - 1), PAGE);
    }
    long total = sums.values().stream().mapToLong(Long::longValue).sum();
    boolean much =
        total > 0
            && (fourEyes.needsSecond(by, total, now)
                || sums.entrySet().stream()
                    .anyMatch(sum -> fourEyes.isMuchFor(sum.getKey(), sum.getValue(), now)));
    if (much) {
      ask(batch, by, total, now);
    }
    return much;
  }

  private void ask(String batch, StaffMember by, long total, Instant now) {
    String key = "undo:" + UUID.randomUUID();
    AdjustmentRequest.Details details =
        AdjustmentRequest.Details.undoBatch(
            new PostingRequest(Verb.ADJUST, key, 0, Reversal.REASON, by.login, batch), total);
    if (!ground.requests.waits(details)) {
      ground.requests.ask(AdjustmentRequest.waiting(details, by, "", now));
      ground.audit.done(by.login, "ask to undo batch", batch, total + " points");
    }
  }
}
