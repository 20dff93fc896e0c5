package org.postpurchase.admin.settings;

import java.util.Map;
import javax.persistence.EntityManager;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.ConfirmationPrompt;
import org.postpurchase.broadleaf.entity.ConfirmationPromptImpl;
import org.postpurchase.shared.AuditLog;

/** Saves the texts of the confirmation page. Of two admins saving at once, the later one stays. */
final class SavePrompt extends SaveSettings<ConfirmationPrompt> {
  private final CheckPrompt check;

  public SavePrompt(AdminAccess access, AuditLog audit, CheckPrompt check) {
    super(ConfirmationPrompt.class, ConfirmationPromptImpl.class, access, audit);
    this.check = check;
  }

  @Override
  Change<ConfirmationPrompt> changing(
      ConfirmationPrompt row, Entity posted, EntityManager entities) {
    return new Change<ConfirmationPrompt>() {
      @Override
      public void settle(ConfirmationPrompt saved) {}

      @Override
      public Map<String, String> problems(ConfirmationPrompt saved) {
        return check.problems(saved);
      }
    };
  }
}
