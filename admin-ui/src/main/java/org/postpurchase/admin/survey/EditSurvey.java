package org.postpurchase.admin.survey;

import java.util.function.Supplier;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.SurveyRecord;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;
import org.postpurchase.survey.EditSurveys;
import org.postpurchase.survey.TellChanges;

/**
 * Changes surveys on a person's word. Needs UPDATE on {@link SurveyRecord}; leaves an audit row.
 */
final class EditSurvey {
  private final AdminAccess access;
  private final EditSurveys edit;
  private final TellChanges tell;
  private final AuditLog audit;
  private final Transactions transactions;

  public EditSurvey(
      AdminAccess access,
      EditSurveys edit,
      TellChanges tell,
      AuditLog audit,
      Transactions transactions) {
    this.access = access;
    this.edit = edit;
    this.tell = tell;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** The new survey's id. */
  long create(SurveyForm form) throws SecurityServiceException {
    access.require(SurveyRecord.class, EntityOperationType.UPDATE, "add survey", "survey");
    return transactions.call(
        () -> {
          long id = edit.create(form.settings(), form.content());
          audit.done(access.actor(), "add survey", "survey " + id, form.settings().name);
          return id;
        });
  }

  /** False when somebody else was first. */
  boolean save(long id, int edition, SurveyForm form) throws SecurityServiceException {
    return act(
        "edit survey",
        id,
        form.settings().name,
        () -> edit.save(id, edition, form.settings(), form.content()));
  }

  boolean publish(long id, int edition) throws SecurityServiceException {
    return act("publish survey", id, "", () -> edit.publish(id, edition));
  }

  boolean switchOff(long id, int edition) throws SecurityServiceException {
    return act("switch off survey", id, "", () -> edit.switchOff(id, edition));
  }

  /** How many people were reported; 0 when nobody answered. */
  int tellChanges(long id, String changes) throws SecurityServiceException {
    access.require(SurveyRecord.class, EntityOperationType.UPDATE, "tell changes", "survey " + id);
    int told = tell.tell(id, changes);
    transactions.run(
        () -> audit.done(access.actor(), "tell changes", "survey " + id, "people=" + told));
    return told;
  }

  private boolean act(String action, long id, String detail, Supplier<Boolean> change)
      throws SecurityServiceException {
    String subject = "survey " + id;
    access.require(SurveyRecord.class, EntityOperationType.UPDATE, action, subject);
    return transactions.call(
        () -> {
          boolean done = change.get();
          if (done) {
            audit.done(access.actor(), action, subject, detail);
          }
          return done;
        });
  }
}
