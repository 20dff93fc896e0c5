package org.postpurchase.admin.service;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.CaseRecord;
import org.postpurchase.service.Cases;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Works on cases on a person's word. Needs UPDATE on {@link CaseRecord}; case and audit row change
 * together.
 */
final class WorkOnCase {
  private final AdminAccess access;
  private final Cases cases;
  private final AuditLog audit;
  private final Transactions transactions;

  public WorkOnCase(AdminAccess access, Cases cases, AuditLog audit, Transactions transactions) {
    this.access = access;
    this.cases = cases;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** What somebody does with a case. */
  enum Act {
    TAKE,
    RELEASE,
    NOTE,
    ANSWER,
    ASK,
    GO_ON,
    CLOSE,
    CLOSE_STOPPED,
    RESUME
  }

  Cases.Outcome act(long id, int edition, Act act, String words) throws SecurityServiceException {
    String action = "case " + act.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    String subject = "case " + id;
    access.require(CaseRecord.class, EntityOperationType.UPDATE, action, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          Cases.Outcome outcome = apply(id, edition, act, words, actor);
          if (outcome == Cases.Outcome.DONE) {
            audit.done(actor, action, subject, words.length() + " characters");
          }
          return outcome;
        });
  }

  private Cases.Outcome apply(long id, int edition, Act act, String words, String actor) {
    switch (act) {
      case TAKE:
        return cases.assign(id, edition, actor, actor);
      case RELEASE:
        return cases.assign(id, edition, "", actor);
      case NOTE:
        return words.trim().isEmpty()
            ? Cases.Outcome.NOTHING_TO_DO
            : cases.note(id, edition, words, actor);
      case ANSWER:
        return cases.answered(id, edition, words, false, actor);
      case ASK:
        return cases.answered(id, edition, words, true, actor);
      case GO_ON:
        return cases.goOn(id, edition, actor);
      case RESUME:
        return cases.resume(id, edition, actor);
      default:
        return cases.close(id, edition, act == Act.CLOSE, words, actor);
    }
  }
}
