package org.postpurchase.admin.settings;

import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.entity.MessageTemplateImpl;
import org.postpurchase.broadleaf.settings.EntityTemplateReader;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.shared.AuditLog;

/**
 * Saves a mail template as its next version and keeps that version for ever.
 *
 * <p>The version goes up by compare-and-set, so of two admins saving at once one is told to look
 * again and one version never names two wordings. No form can set it.
 */
final class SaveTemplate extends SaveSettings<MessageTemplate> {
  private static final String NEXT_VERSION =
      "update PP_MESSAGE_TEMPLATE set TEMPLATE_VERSION = :next where TEMPLATE_ID = :id and TEMPLATE_VERSION = :seen";

  private final CheckTemplate check;
  private final TemplateVersions versions;

  public SaveTemplate(
      AdminAccess access, AuditLog audit, CheckTemplate check, TemplateVersions versions) {
    super(MessageTemplate.class, MessageTemplateImpl.class, access, audit);
    this.check = check;
    this.versions = versions;
  }

  @Override
  Change<MessageTemplate> changing(MessageTemplate row, Entity posted, EntityManager entities)
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
    return new NextVersion(seen + 1, row);
  }

  /** The template under its next number. */
  private final class NextVersion implements Change<MessageTemplate> {
    private final int number;
    private final String key;
    private final String localeCode;
    private final Long activeSince;

    private NextVersion(int number, MessageTemplate before) {
      this.number = number;
      this.key = before.getTemplateKey();
      this.localeCode = before.getLocaleCode();
      this.activeSince = before.getActiveSince();
    }

    @Override
    public void settle(MessageTemplate row) {
      row.setVersion(number);
      row.setTemplateKey(key);
      row.setLocaleCode(localeCode);
      row.setActiveSince(activeSince);
    }

    @Override
    public Map<String, String> problems(MessageTemplate row) {
      return check.problems(EntityTemplateReader.definition(row));
    }

    @Override
    public void accepted(MessageTemplate row, String actor) {
      versions.keep(EntityTemplateReader.definition(row), actor);
    }
  }
}
