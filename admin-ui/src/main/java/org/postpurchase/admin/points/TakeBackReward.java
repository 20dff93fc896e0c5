package org.postpurchase.admin.points;

import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.catalogue.OwnReward;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.catalogue.TakeBackPurchase;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Takes back a reward that an account's owner bought, on a person's word: the code is revoked and
 * the points are restored, with an audit row, or nothing of it. Asking again changes nothing.
 */
final class TakeBackReward {
  private static final String ACTION = "take back reward";

  private final AdminAccess access;
  private final TakeBackPurchase takeBack;
  private final ShowCatalogue catalogue;
  private final LedgerViews views;
  private final AuditLog audit;
  private final Transactions transactions;

  public TakeBackReward(
      AdminAccess access,
      TakeBackPurchase takeBack,
      ShowCatalogue catalogue,
      LedgerViews views,
      AuditLog audit,
      Transactions transactions) {
    this.access = access;
    this.takeBack = takeBack;
    this.catalogue = catalogue;
    this.views = views;
    this.audit = audit;
    this.transactions = transactions;
  }

  TakeBackPurchase.Outcome apply(long accountId, String purchaseKey)
      throws SecurityServiceException {
    String subject = "account " + accountId;
    access.require(PointsRecord.class, EntityOperationType.UPDATE, ACTION, subject);
    Optional<OwnReward> own = find(accountId, purchaseKey);
    if (!own.isPresent()) {
      return TakeBackPurchase.Outcome.UNKNOWN;
    }
    String actor = access.actor();
    return transactions.call(
        () -> {
          TakeBackPurchase.Outcome outcome = takeBack.takeBack(purchaseKey, actor);
          String what =
              own.get().purchase.rewardName + ": +" + own.get().purchase.points + " points";
          if (outcome == TakeBackPurchase.Outcome.DONE) {
            audit.done(actor, ACTION, subject, what);
          } else if (outcome != TakeBackPurchase.Outcome.DONE_BEFORE) {
            audit.refused(actor, ACTION, subject, what + ": " + outcome);
          }
          return outcome;
        });
  }

  /** Only what this account's owner bought, whatever the form names. */
  private Optional<OwnReward> find(long accountId, String purchaseKey) {
    return views
        .holder(accountId)
        .map(holder -> Owners.customerId(holder.ownerKey))
        .filter(customer -> customer != 0)
        .flatMap(
            customer ->
                catalogue.own(customer).stream()
                    .filter(o -> o.purchase.requestKey.equals(purchaseKey))
                    .findFirst());
  }
}
