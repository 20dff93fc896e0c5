package org.postpurchase.admin.points;

import java.util.Collections;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.shared.Transactions;

/**
 * Opens an account for a customer, stops one, or lets it move again, on a person's word. Doing any
 * of it twice changes nothing the second time.
 */
final class EditAccounts {
  private final AdminAccess access;
  private final AdjustAccount.Ground ground;
  private final ProgrammeReader programmes;
  private final FindOwners owners;
  private final Transactions transactions;

  public EditAccounts(
      AdminAccess access,
      AdjustAccount.Ground ground,
      ProgrammeReader programmes,
      FindOwners owners,
      Transactions transactions) {
    this.access = access;
    this.ground = ground;
    this.programmes = programmes;
    this.owners = owners;
    this.transactions = transactions;
  }

  /** The customer's account; zero when there is no such customer or no programme yet. */
  long open(long customerId) throws SecurityServiceException {
    String action = "open points account";
    String subject = "customer " + customerId;
    access.require(PointsRecord.class, EntityOperationType.UPDATE, action, subject);
    if (owners.names(Collections.singleton(customerId)).isEmpty()) {
      return 0;
    }
    String actor = access.actor();
    return transactions.call(
        () ->
            programmes
                .find()
                .map(
                    programme -> {
                      String owner = Owners.ofCustomer(customerId);
                      boolean isNew = !ground.ledger.find(programme.key, owner).isPresent();
                      long account = ground.ledger.open(programme.key, owner);
                      if (isNew) {
                        ground.audit.done(actor, action, subject, "account " + account);
                      }
                      return account;
                    })
                .orElse(0L));
  }

  /** Returns false when it was so already. */
  boolean set(long accountId, boolean frozen) throws SecurityServiceException {
    String action = frozen ? "freeze points" : "unfreeze points";
    String subject = "account " + accountId;
    access.require(PointsRecord.class, EntityOperationType.UPDATE, action, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          boolean changed =
              frozen ? ground.ledger.freeze(accountId) : ground.ledger.unfreeze(accountId);
          if (changed) {
            ground.audit.done(actor, action, subject, frozen ? "stopped" : "moves again");
          }
          return changed;
        });
  }
}
