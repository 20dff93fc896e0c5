package org.postpurchase.admin.settings;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.FieldMetadata;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.dao.DynamicEntityDao;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.service.ValidationException;
import org.broadleafcommerce.openadmin.server.service.persistence.module.RecordHelper;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.shared.AuditLog;

/**
 * Settings of which a merchant may also add and remove rows. Adding and removing ask for their own
 * permission and leave an audit row, as saving does.
 *
 * @param <T> the entity's interface
 */
abstract class SaveGrowingSettings<T extends Serializable> extends SaveSettings<T> {
  SaveGrowingSettings(
      Class<T> entity, Class<? extends T> mapped, AdminAccess access, AuditLog audit) {
    super(entity, mapped, access, audit);
  }

  abstract T blank();

  /** What a form for a new row means where it was left blank, by field name. */
  abstract Map<String, String> defaults(Entity posted, EntityManager entities);

  /** Called with a blank row, before the form is applied. */
  abstract Change<T> adding(Entity posted, EntityManager entities) throws StaleFormException;

  /** Message key of what speaks against removing the row; empty when nothing does. */
  abstract Optional<String> whyNotRemove(T row, EntityManager entities);

  /** Called right before the row is removed. */
  abstract void removing(T row, EntityManager entities) throws StaleFormException;

  @Override
  public final Entity add(PersistencePackage request, DynamicEntityDao dao, RecordHelper helper)
      throws ServiceException {
    Entity posted = request.getEntity();
    String action = "add " + entity.getSimpleName();
    access.require(entity, EntityOperationType.ADD, action, GuardSettings.subject(entity, posted));
    SettingsForm.unifyLineEnds(posted);
    EntityManager entities = dao.getStandardEntityManager();
    defaults(posted, entities).forEach((field, value) -> SettingsForm.fill(posted, field, value));
    Map<String, FieldMetadata> fields =
        helper.getSimpleMergedProperties(entity.getName(), request.getPersistencePerspective());
    T row = blank();
    Change<T> change;
    try {
      change = adding(posted, entities);
    } catch (StaleFormException e) {
      throw stale(posted);
    }
    UnreadableNumbers unreadable = UnreadableNumbers.takenFrom(posted, numbers());
    TypedNames named = typedNames(posted, SettingsForm.NOTHING);
    helper.createPopulatedInstance(row, posted, fields, false);
    change.settle(row);
    Map<String, String> problems = named.and(unreadable.and(change.problems(row)));
    if (!problems.isEmpty()) {
      unreadable.putBack(posted);
      named.putBack(posted);
      throw SettingsForm.refusal(posted, row, problems, fields, helper);
    }
    change.accepted(row, access.actor());
    T saved = dao.persist(row);
    dao.flush();
    Entity record = helper.getRecord(fields, saved, null, null);
    audit.done(
        access.actor(),
        action,
        GuardSettings.subject(entity, record),
        ChangeSummary.of(SettingsForm.NOTHING, SettingsForm.values(record)));
    return record;
  }

  @Override
  public final void remove(PersistencePackage request, DynamicEntityDao dao, RecordHelper helper)
      throws ServiceException {
    Entity posted = request.getEntity();
    String action = "remove " + entity.getSimpleName();
    String subject = GuardSettings.subject(entity, posted);
    access.require(entity, EntityOperationType.REMOVE, action, subject);
    Map<String, FieldMetadata> fields =
        helper.getSimpleMergedProperties(entity.getName(), request.getPersistencePerspective());
    T row = find(dao, helper.getPrimaryKey(posted, fields));
    EntityManager entities = dao.getStandardEntityManager();
    Optional<String> objection = whyNotRemove(row, entities);
    if (objection.isPresent()) {
      throw new ValidationException(posted, objection.get());
    }
    Map<String, String> before = SettingsForm.values(helper.getRecord(fields, row, null, null));
    try {
      removing(row, entities);
    } catch (StaleFormException e) {
      throw stale(posted);
    }
    dao.remove(row);
    dao.flush();
    audit.done(access.actor(), action, subject, "was " + before.getOrDefault("name", ""));
  }
}
