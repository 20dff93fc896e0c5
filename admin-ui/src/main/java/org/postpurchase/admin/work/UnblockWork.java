package org.postpurchase.admin.work;

import java.time.Clock;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.WorkRecord;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailureStore;

/**
 * Makes blocked items of background work due again on a person's word.
 *
 * <p>Items and audit row change together. Doing it twice, or while another admin does it, changes
 * an item once: an item that is not blocked any more is left alone and not counted.
 */
final class UnblockWork {
  private static final String ACTION = "unblock work";
  private static final String ALL = "all items";

  private final AdminAccess access;
  private final WorkFailureStore store;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;

  public UnblockWork(
      AdminAccess access,
      WorkFailureStore store,
      AuditLog audit,
      Transactions transactions,
      Clock clock) {
    this.access = access;
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Returns false when the item is not blocked.
   *
   * @param worker which work it belongs to
   * @param item its key within that work
   */
  public boolean one(String worker, String item) throws SecurityServiceException {
    String subject = worker + ": " + item;
    access.require(WorkRecord.class, EntityOperationType.UPDATE, ACTION, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          boolean unblocked = store.unblock(worker, item, clock.instant());
          if (unblocked) {
            audit.done(actor, ACTION, subject, "due again");
          }
          return unblocked;
        });
  }

  /** Unblocks what is blocked at this moment and returns how many items that were. */
  public int all() throws SecurityServiceException {
    access.require(WorkRecord.class, EntityOperationType.UPDATE, ACTION, ALL);
    String actor = access.actor();
    return transactions.call(
        () -> {
          int unblocked = store.unblockAll(clock.instant());
          audit.done(actor, ACTION, ALL, unblocked + " due again");
          return unblocked;
        });
  }
}
