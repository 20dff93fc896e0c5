package org.postpurchase.admin.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.OutboxRecord;
import org.postpurchase.outbox.OutboxEntry;
import org.postpurchase.outbox.OutboxState;
import org.postpurchase.outbox.OutboxStore;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Makes blocked entries due again on a person's word.
 *
 * <p>Entries and audit row change together. Doing it twice, or while another admin does it, changes
 * an entry once: an entry that is not blocked any more is left alone and not counted.
 */
final class UnblockEntries {
  private static final String ACTION = "unblock outbox";
  private static final int BATCH = 200;

  private final AdminAccess access;
  private final OutboxStore store;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;

  public UnblockEntries(
      AdminAccess access,
      OutboxStore store,
      AuditLog audit,
      Transactions transactions,
      Clock clock) {
    this.access = access;
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns false when the entry is not blocked. */
  public boolean one(long id) throws SecurityServiceException {
    String subject = "entry " + id;
    access.require(OutboxRecord.class, EntityOperationType.UPDATE, ACTION, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          boolean unblocked = store.unblock(id, clock.instant());
          if (unblocked) {
            audit.done(actor, ACTION, subject, "due again");
          }
          return unblocked;
        });
  }

  /** Unblocks what is blocked at this moment and returns how many that were. */
  public int all() throws SecurityServiceException {
    access.require(OutboxRecord.class, EntityOperationType.UPDATE, ACTION, "all entries");
    String actor = access.actor();
    return transactions.call(
        () -> {
          int unblocked = 0;
          for (long id : blocked()) {
            if (store.unblock(id, clock.instant())) {
              unblocked++;
            }
          }
          audit.done(actor, ACTION, "all entries", unblocked + " due again");
          return unblocked;
        });
  }

  private List<Long> blocked() {
    List<Long> ids = new ArrayList<>();
    List<OutboxEntry> batch;
    do {
      batch = store.list(OutboxState.BLOCKED, BATCH, ids.size());
      batch.forEach(entry -> ids.add(entry.id));
    } while (batch.size() == BATCH);
    return ids;
  }
}
