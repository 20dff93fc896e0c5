package org.postpurchase.admin.points;

import java.time.Instant;
import java.util.List;
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
 * Undoes one adjustment on a person's word, or, where that is more than one person may move, asks a
 * second one. Asked for twice it is done, or asked, once.
 */
final class UndoAdjustment {
  private final AdminAccess access;
  private final AdjustAccount.Ground ground;
  private final Transactions transactions;
  private final FourEyes fourEyes;
  private final Reversal reversal;

  public UndoAdjustment(
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

  Outcome undo(long accountId, long postingNo) throws SecurityServiceException {
    String subject = "account " + accountId + " posting " + postingNo;
    access.require(PointsRecord.class, EntityOperationType.UPDATE, Reversal.ACTION, subject);
    StaffMember by = access.staff();
    if (!by.isKnown()) {
      return Outcome.refused("PostPurchase_Flash_NoStaff");
    }
    return transactions.call(() -> judge(accountId, postingNo, by));
  }

  private Outcome judge(long accountId, long postingNo, StaffMember by) {
    Instant now = ground.clock.instant();
    ground.log.lock(by, now);
    ground.ledger.lock(accountId);
    List<PointsPosting> found = ground.views.history(accountId, 1, postingNo + 1);
    if (found.isEmpty() || found.get(0).postingNo != postingNo || !Reversal.isFor(found.get(0))) {
      return Outcome.refused("PostPurchase_Flash_NoAdjustment");
    }
    PointsPosting posting = found.get(0);
    if (ground.log.isPosted(Reversal.keyOf(posting))) {
      return Outcome.done("PostPurchase_Flash_UndoneBefore");
    }
    boolean slip = fourEyes.isOwnSlip(by, accountId, postingNo, now);
    long mergedInto = ground.views.balance(accountId, now).accountId;
    if (!slip && fourEyes.needsSecond(by, mergedInto, -posting.points, now)) {
      return ask(posting, by, now);
    }
    PostingResult result = reversal.of(posting, by, !slip);
    return result.refusal == null
        ? Outcome.done("PostPurchase_Flash_Undone")
        : result.refusal == Refusal.NOTHING_LEFT
            ? Outcome.done("PostPurchase_Flash_UndoneBefore")
            : Outcome.refused(result.refusal);
  }

  private Outcome ask(PointsPosting posting, StaffMember by, Instant now) {
    AdjustmentRequest.Details details =
        AdjustmentRequest.Details.undo(
            posting.accountId,
            posting.postingNo,
            new PostingRequest(
                Verb.ADJUST, "undo:" + UUID.randomUUID(), 0, Reversal.REASON, by.login, ""),
            -posting.points);
    if (ground.requests.waits(details)) {
      return Outcome.done("PostPurchase_Flash_AskedBefore");
    }
    ground.requests.ask(AdjustmentRequest.waiting(details, by, "", now));
    ground.audit.done(
        by.login,
        "ask to undo adjustment",
        "account " + posting.accountId + " posting " + posting.postingNo,
        String.valueOf(-posting.points));
    return Outcome.done("PostPurchase_Flash_Asked");
  }
}
