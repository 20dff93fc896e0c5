package org.postpurchase.admin.points;

import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.AdjustmentLog;
import org.postpurchase.ledger.AdjustmentRequest;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.ledger.StaffMember;
import org.postpurchase.shared.Transactions;

/**
 * A second person agrees to a large adjustment, which posts it, or does not.
 *
 * <p>Whoever asked may do neither. Decision, posting and audit row change together; of two people
 * deciding at once, one does. What the ledger refuses goes on waiting.
 */
final class DecideRequest {
  private static final String APPROVE = "approve points";
  private static final String REJECT = "reject points";

  private final AdminAccess access;
  private final AdjustAccount.Ground ground;
  private final Transactions transactions;
  private final Reversal reversal;
  private final RevertBatch batches;

  public DecideRequest(
      AdminAccess access,
      AdjustAccount.Ground ground,
      Transactions transactions,
      Reversal reversal,
      RevertBatch batches) {
    this.access = access;
    this.ground = ground;
    this.transactions = transactions;
    this.reversal = reversal;
    this.batches = batches;
  }

  Outcome approve(long id) throws SecurityServiceException {
    StaffMember by = allowed(APPROVE, id);
    Outcome outcome = transactions.call(() -> asSecond(id, by, APPROVE, asked -> agree(asked, by)));
    if (outcome.good) {
      ground
          .requests
          .find(id)
          .filter(asked -> asked.details.kind == AdjustmentRequest.Kind.UNDO_BATCH)
          .ifPresent(asked -> batches.agreed(asked.details.posting.batchId, asked.askedBy));
    }
    return outcome;
  }

  Outcome reject(long id) throws SecurityServiceException {
    StaffMember by = allowed(REJECT, id);
    return transactions.call(
        () ->
            asSecond(
                id,
                by,
                REJECT,
                asked -> {
                  if (!decide(asked, AdjustmentRequest.State.REJECTED, by)) {
                    return decidedBefore();
                  }
                  ground.audit.done(by.login, REJECT, subject(asked), inWords(asked));
                  return Outcome.done("PostPurchase_Flash_Rejected");
                }));
  }

  private StaffMember allowed(String action, long id) throws SecurityServiceException {
    access.require(PointsRecord.class, EntityOperationType.UPDATE, action, "request " + id);
    return access.staff();
  }

  private Outcome asSecond(long id, StaffMember by, String action, Decision decision) {
    Optional<AdjustmentRequest> asked = ground.requests.find(id);
    if (!asked.isPresent()) {
      return Outcome.refused("PostPurchase_Flash_NoRequest");
    }
    if (!by.isKnown()) {
      return Outcome.refused("PostPurchase_Flash_NoStaff");
    }
    if (asked.get().askedBy.isSameAs(by)) {
      ground.audit.refused(
          by.login, action, subject(asked.get()), "asked for it, so may not decide");
      return Outcome.refused("PostPurchase_Flash_OwnRequest");
    }
    if (action.equals(APPROVE) && !asked.get().askedBy.isKnown()) {
      ground.audit.refused(by.login, action, subject(asked.get()), "not known who asked");
      return Outcome.refused("PostPurchase_Flash_AskerUnknown");
    }
    return decision.on(asked.get());
  }

  /** Decides first, so that nobody else can meanwhile. */
  private Outcome agree(AdjustmentRequest asked, StaffMember by) {
    if (!decide(asked, AdjustmentRequest.State.APPROVED, by)) {
      return decidedBefore();
    }
    Refusal refusal = carryOut(asked);
    if (refusal != null) {
      ground.requests.reopen(asked.id);
      ground.audit.refused(by.login, APPROVE, subject(asked), inWords(asked) + ": " + refusal);
      return Outcome.refused(refusal);
    }
    ground.audit.done(by.login, APPROVE, subject(asked), inWords(asked));
    return Outcome.done("PostPurchase_Flash_Approved");
  }

  /** Null when done. A batch is undone afterwards, each adjustment in a transaction of its own. */
  private Refusal carryOut(AdjustmentRequest asked) {
    AdjustmentRequest.Details details = asked.details;
    switch (details.kind) {
      case UNDO:
        return ground.views.history(details.accountId, 1, details.undoes + 1).stream()
            .findFirst()
            .map(posting -> reversal.of(posting, asked.askedBy, false).refusal)
            .orElse(null);
      case UNDO_BATCH:
        return null;
      default:
        return adjust(asked);
    }
  }

  private Refusal adjust(AdjustmentRequest asked) {
    AdjustmentRequest.Details details = asked.details;
    PostingResult result =
        ground.ledger.adjust(details.accountId, details.posting, details.points, details.expiresAt);
    if (result.posted) {
      ground.log.add(
          new AdjustmentLog.Row(
              result,
              details.points,
              asked.askedBy,
              false,
              asked.note,
              AdjustmentLog.Undone.NOTHING,
              ground.clock.instant()));
    }
    return result.refusal;
  }

  private boolean decide(AdjustmentRequest asked, AdjustmentRequest.State state, StaffMember by) {
    return ground.requests.decide(asked.id, state, by, ground.clock.instant());
  }

  private static Outcome decidedBefore() {
    return Outcome.refused("PostPurchase_Flash_DecidedBefore");
  }

  private static String subject(AdjustmentRequest asked) {
    return "request " + asked.id + " account " + asked.details.accountId;
  }

  private static String inWords(AdjustmentRequest asked) {
    return asked.details.points
        + " "
        + asked.details.posting.reasonCode
        + " asked by "
        + asked.askedBy.login;
  }

  private interface Decision {
    Outcome on(AdjustmentRequest asked);
  }
}
