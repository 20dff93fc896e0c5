package org.postpurchase.admin.enrollment;

import java.util.function.LongPredicate;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.series.Backfills;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Lets buyers of the past into a series, or takes it back, on a person's word. Needs UPDATE on
 * series, as switching one on does; each leaves an audit row.
 */
final class EditBackfills {
  private final AdminAccess access;
  private final Backfills backfills;
  private final AuditLog audit;
  private final Transactions transactions;

  public EditBackfills(
      AdminAccess access, Backfills backfills, AuditLog audit, Transactions transactions) {
    this.access = access;
    this.backfills = backfills;
    this.audit = audit;
    this.transactions = transactions;
  }

  Backfills.Outcome begin(long seriesId, int days, int typed, int perHour)
      throws SecurityServiceException {
    String subject = "series " + seriesId;
    require("back-fill", subject);
    String actor = access.actor();
    String detail = typed + " orders of " + days + " days, " + perHour + " an hour";
    return backfills.begin(
        seriesId,
        days,
        typed,
        perHour,
        actor,
        () -> audit.done(actor, "back-fill", subject, detail));
  }

  boolean stop(long id) throws SecurityServiceException {
    return end("stop back-fill", "back-fill " + id, backfills::stop, id);
  }

  boolean undo(long id) throws SecurityServiceException {
    return end("undo back-fill", "back-fill " + id, backfills::undo, id);
  }

  private boolean end(String action, String subject, LongPredicate how, long id)
      throws SecurityServiceException {
    require(action, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          boolean done = how.test(id);
          if (done) {
            audit.done(actor, action, subject, "");
          }
          return done;
        });
  }

  private void require(String action, String subject) throws SecurityServiceException {
    access.require(Series.class, EntityOperationType.UPDATE, action, subject);
  }
}
