package org.postpurchase.admin.points;

import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.AdjustmentRequest;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.shared.Transactions;

/**
 * A second person agrees to a large adjustment, which posts it, or does not.
 *
 * <p>Whoever asked may do neither. Decision, posting and audit row change together; of two people
 * deciding at once, one does. What the ledger refuses goes on waiting.
 */
public final class DecideRequest {
  private static final String APPROVE = "approve points";
  private static final String REJECT = "reject points";

  private final AdminAccess access;
  private final AdjustAccount.Ground ground;
  private final Transactions transactions;

  public DecideRequest(AdminAccess access, AdjustAccount.Ground ground, Transactions transactions) {
    this.access = access;
    this.ground = ground;
    this.transactions = transactions;
  }

  Outcome approve(long id) throws SecurityServiceException {
    String actor = allowed(APPROVE, id);
    return transactions.call(() -> asSecond(id, actor, APPROVE, asked -> post(asked, actor)));
  }

  Outcome reject(long id) throws SecurityServiceException {
    String actor = allowed(REJECT, id);
    return transactions.call(
        () ->
            asSecond(
                id,
                actor,
                REJECT,
                asked -> {
                  if (!decide(asked, AdjustmentRequest.State.REJECTED, actor)) {
                    return decidedBefore();
                  }
                  ground.audit.done(actor, REJECT, subject(asked), inWords(asked));
                  return Outcome.done("PostPurchase_Flash_Rejected");
                }));
  }

  private String allowed(String action, long id) throws SecurityServiceException {
    access.require(PointsRecord.class, EntityOperationType.UPDATE, action, "request " + id);
    return access.actor();
  }

  private Outcome asSecond(long id, String actor, String action, Decision decision) {
    Optional<AdjustmentRequest> asked = ground.requests.find(id);
    if (!asked.isPresent()) {
      return Outcome.refused("PostPurchase_Flash_NoRequest");
    }
    if (asked.get().posting.actor.equalsIgnoreCase(actor)) {
      ground.audit.refused(actor, action, subject(asked.get()), "asked for it, so may not decide");
      return Outcome.refused("PostPurchase_Flash_OwnRequest");
    }
    return decision.on(asked.get());
  }

  /** Decides first, so that nobody else can meanwhile. */
  private Outcome post(AdjustmentRequest asked, String actor) {
    if (!decide(asked, AdjustmentRequest.State.APPROVED, actor)) {
      return decidedBefore();
    }
    PostingResult result =
        ground.ledger.adjust(asked.accountId, asked.posting, asked.points, asked.expiresAt);
    if (result.refusal != null) {
      ground.requests.reopen(asked.id);
      ground.audit.refused(actor, APPROVE, subject(asked), inWords(asked) + ": " + result.refusal);
      return Outcome.refused(result.refusal);
    }
    ground.audit.done(actor, APPROVE, subject(asked), inWords(asked));
    return Outcome.done("PostPurchase_Flash_Approved");
  }

  private boolean decide(AdjustmentRequest asked, AdjustmentRequest.State state, String actor) {
    return ground.requests.decide(asked.id, state, actor, ground.clock.instant());
  }

  private static Outcome decidedBefore() {
    return Outcome.refused("PostPurchase_Flash_DecidedBefore");
  }

  private static String subject(AdjustmentRequest asked) {
    return "request " + asked.id + " account " + asked.accountId;
  }

  private static String inWords(AdjustmentRequest asked) {
    return asked.points + " " + asked.posting.reasonCode + " asked by " + asked.posting.actor;
  }

  private interface Decision {
    Outcome on(AdjustmentRequest asked);
  }
}
