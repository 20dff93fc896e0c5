package org.postpurchase.admin.message;

import java.time.Clock;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.OutboxRecord;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Puts a failed or uncertain message back into the queue on a person's word.
 *
 * <p>Guarded by UPDATE on {@link OutboxRecord}: who may put stuck work right may do this too.
 * Message and audit row change together; asking again while it waits or after it was sent changes
 * nothing.
 */
public final class SendAgain {
  private static final String ACTION = "send message again";

  private final AdminAccess access;
  private final MessageStore messages;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;

  public SendAgain(
      AdminAccess access,
      MessageStore messages,
      AuditLog audit,
      Transactions transactions,
      Clock clock) {
    this.access = access;
    this.messages = messages;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whether the current user may do it at all. */
  public boolean isAllowed() {
    return access.may(OutboxRecord.class, EntityOperationType.UPDATE);
  }

  /** Returns false when there is no such message or it neither failed nor is uncertain. */
  public boolean message(long id) throws SecurityServiceException {
    String subject = "message " + id;
    access.require(OutboxRecord.class, EntityOperationType.UPDATE, ACTION, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          boolean queued = messages.sendAgain(id, clock.instant());
          if (queued) {
            audit.done(actor, ACTION, subject, "queued");
          }
          return queued;
        });
  }
}
