package org.postpurchase.admin.enrollment;

import java.time.Clock;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.EnrollmentRecord;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Makes a step that was set aside due again on a person's word.
 *
 * <p>Step and audit row change together. Doing it twice, or while another admin does it, changes
 * the step once.
 */
final class TryStepAgain {
  private static final String ACTION = "try step again";

  private final AdminAccess access;
  private final ExecutionStore store;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;

  public TryStepAgain(
      AdminAccess access,
      ExecutionStore store,
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
    return access.may(EnrollmentRecord.class, EntityOperationType.UPDATE);
  }

  /** Returns false when the step is not set aside, or not one of that enrollment. */
  public boolean step(long enrollmentId, long executionId) throws SecurityServiceException {
    String subject = "enrollment " + enrollmentId + " step " + executionId;
    access.require(EnrollmentRecord.class, EntityOperationType.UPDATE, ACTION, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          boolean ours =
              store.find(executionId).filter(e -> e.enrollmentId == enrollmentId).isPresent();
          boolean due = ours && store.unpark(executionId, clock.instant());
          if (due) {
            audit.done(actor, ACTION, subject, "due again");
          }
          return due;
        });
  }
}
