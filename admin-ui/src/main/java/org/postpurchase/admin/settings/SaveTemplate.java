package org.postpurchase.admin.settings;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.entity.MessageTemplateImpl;
import org.postpurchase.broadleaf.settings.EntityTemplateReader;
import org.postpurchase.shared.AuditLog;

/**
 * Saves a mail template as its next version.
 *
 * <p>The version goes up by compare-and-set, so of two admins saving at once one is told to look
 * again and one version never names two wordings. Switching on notes the moment: older orders get
 * nothing. Neither version nor moment can be set by a form.
 */
public final class SaveTemplate extends SaveSettings<MessageTemplate> {
  private static final String NEXT_VERSION =
      "update PP_MESSAGE_TEMPLATE set TEMPLATE_VERSION = :next where TEMPLATE_ID = :id and TEMPLATE_VERSION = :seen";

  private final CheckTemplate check;
  private final Clock clock;

  public SaveTemplate(AdminAccess access, AuditLog audit, CheckTemplate check, Clock clock) {
    super(MessageTemplate.class, MessageTemplateImpl.class, access, audit);
    this.check = check;
    this.clock = clock;
  }

  @Override
  Settle<MessageTemplate> begin(MessageTemplate row, Entity posted, EntityManager entities)
      throws StaleFormException {
    int seen = row.getVersion();
    Optional<String> shown = SettingsForm.value(posted, "version");
    if (shown.isPresent() && !shown.get().trim().equals(String.valueOf(seen))) {
      throw new StaleFormException();
    }
    int won =
        entities
            .createNativeQuery(NEXT_VERSION)
            .setParameter("next", seen + 1)
            .setParameter("id", row.getId())
            .setParameter("seen", seen)
            .executeUpdate();
    if (won != 1) {
      throw new StaleFormException();
    }
    boolean wasActive = Boolean.TRUE.equals(row.getActive());
    Long since = row.getActiveSince();
    return saved -> {
      boolean switchedOn = Boolean.TRUE.equals(saved.getActive()) && (!wasActive || since == null);
      saved.setVersion(seen + 1);
      saved.setActiveSince(switchedOn ? (Long) clock.millis() : since);
    };
  }

  @Override
  Map<String, String> problems(MessageTemplate row) {
    return check.problems(EntityTemplateReader.definition(row));
  }
}
