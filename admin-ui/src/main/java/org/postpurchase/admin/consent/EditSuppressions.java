package org.postpurchase.admin.consent;

import java.time.Clock;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.SuppressionEntry;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.consent.Suppression;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;

/**
 * Suppresses an address, or lifts that, on a person's word. Suppression and audit row change
 * together; doing either twice changes nothing the second time.
 */
final class EditSuppressions {
  private static final String ADD = "suppress address";
  private static final String LIFT = "lift suppression";
  private static final int REASON_MAX = 200;

  private final AdminAccess access;
  private final ConsentStore store;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;

  public EditSuppressions(
      AdminAccess access,
      ConsentStore store,
      AuditLog audit,
      Transactions transactions,
      Clock clock) {
    this.access = access;
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whether the current user may do it at all. */
  public boolean isAllowed() {
    return access.may(SuppressionEntry.class, EntityOperationType.UPDATE);
  }

  /**
   * Returns false when it is suppressed to that extent already.
   *
   * @throws org.postpurchase.shared.InvalidEmailAddressException when it is no address
   */
  public boolean add(String address, Suppression.Scope scope, String reason)
      throws SecurityServiceException {
    access.require(SuppressionEntry.class, EntityOperationType.UPDATE, ADD, "new suppression");
    String contact = EmailAddress.of(address).key();
    String why = reason.length() <= REASON_MAX ? reason : reason.substring(0, REASON_MAX);
    String actor = access.actor();
    return transactions.call(
        () -> {
          boolean isNew = store.suppress(contact, scope, why, clock.instant());
          if (isNew) {
            audit.done(actor, ADD, subject(contact), scope + ": " + why);
          }
          return isNew;
        });
  }

  /** Returns false when there is no such suppression or it was lifted already. */
  public boolean lift(long id) throws SecurityServiceException {
    access.require(SuppressionEntry.class, EntityOperationType.UPDATE, LIFT, "suppression " + id);
    String actor = access.actor();
    return transactions.call(
        () -> {
          Optional<Suppression> found = store.findSuppression(id);
          boolean lifted =
              found.isPresent()
                  && store.lift(found.get().contact, found.get().scope, clock.instant());
          if (lifted) {
            audit.done(actor, LIFT, subject(found.get().contact), found.get().scope.name());
          }
          return lifted;
        });
  }

  /** Fits the audit row's subject, also with the longest address. */
  private static String subject(String contact) {
    return contact.length() <= REASON_MAX ? contact : contact.substring(0, REASON_MAX);
  }
}
