package org.postpurchase.admin.people;

import java.time.Instant;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.EnrollmentRecord;
import org.postpurchase.restraint.Preferences;
import org.postpurchase.series.StaffSteps;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Sends a waiting step now, cancels it, ends its run, or puts off all advertising to somebody, on a
 * person's word. Needs UPDATE on {@link EnrollmentRecord}; change and audit row are one
 * transaction. Done twice it is done once.
 */
final class ActOnRun {
  static final int PAUSE_DAYS = 30;

  private final AdminAccess access;
  private final StaffSteps steps;
  private final Preferences preferences;
  private final AuditLog audit;
  private final Transactions transactions;

  public ActOnRun(
      AdminAccess access,
      StaffSteps steps,
      Preferences preferences,
      AuditLog audit,
      Transactions transactions) {
    this.access = access;
    this.steps = steps;
    this.preferences = preferences;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** Until when advertising to a mailbox is put off; empty when it is not. */
  Optional<Instant> pausedUntil(String mailbox) {
    return mailbox.isEmpty() ? Optional.empty() : preferences.of(mailbox).pausedUntil;
  }

  /**
   * Puts off advertising to a mailbox for {@link #PAUSE_DAYS}, or ends that.
   *
   * @return false for a person without a mailbox
   */
  boolean pause(String mailbox, boolean begin) throws SecurityServiceException {
    String action = begin ? "pause advertising" : "end pause";
    access.require(EnrollmentRecord.class, EntityOperationType.UPDATE, action, "person");
    if (mailbox.isEmpty()) {
      return false;
    }
    String actor = access.actor();
    transactions.run(
        () -> {
          preferences.pause(mailbox, begin ? PAUSE_DAYS : 0);
          audit.done(actor, action, "mailbox " + mailbox, begin ? PAUSE_DAYS + " days" : "");
        });
    return true;
  }

  /** What can be done. */
  public enum Act {
    SEND_NOW,
    CANCEL,
    END
  }

  public boolean isAllowed() {
    return access.may(EnrollmentRecord.class, EntityOperationType.UPDATE);
  }

  StaffSteps.Outcome act(Act act, long runId, long stepId) throws SecurityServiceException {
    String action =
        act == Act.SEND_NOW ? "send step now" : act == Act.CANCEL ? "cancel step" : "end run";
    String subject = "enrollment " + runId + (act == Act.END ? "" : " step " + stepId);
    access.require(EnrollmentRecord.class, EntityOperationType.UPDATE, action, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          StaffSteps.Outcome outcome = act(runId, stepId, act);
          if (outcome == StaffSteps.Outcome.DONE) {
            audit.done(actor, action, subject, "");
          }
          return outcome;
        });
  }

  private StaffSteps.Outcome act(long runId, long stepId, Act act) {
    switch (act) {
      case SEND_NOW:
        return steps.sendNow(runId, stepId);
      case CANCEL:
        return steps.cancel(runId, stepId);
      default:
        return steps.end(runId);
    }
  }
}
