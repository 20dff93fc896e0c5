package org.postpurchase.admin.settings;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.FieldMetadata;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.dao.DynamicEntityDao;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.service.ValidationException;
import org.broadleafcommerce.openadmin.server.service.handler.CustomPersistenceHandlerAdapter;
import org.broadleafcommerce.openadmin.server.service.persistence.module.RecordHelper;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.shared.AuditLog;

/**
 * Saves one kind of settings from the host's generic form.
 *
 * <p>Runs in the host's transaction: a refusal rolls back whatever was touched, so the old row
 * stays as it was. Adding and removing is refused with a message, unless {@link
 * SaveGrowingSettings} allows it. Checks the permission again, because the host calls handlers of
 * embedded forms unchecked.
 *
 * @param <T> the entity's interface
 */
abstract class SaveSettings<T extends Serializable> extends CustomPersistenceHandlerAdapter {
  final Class<T> entity;
  final AdminAccess access;
  final AuditLog audit;
  private final Class<? extends T> mapped;

  SaveSettings(Class<T> entity, Class<? extends T> mapped, AdminAccess access, AuditLog audit) {
    this.entity = entity;
    this.mapped = mapped;
    this.access = access;
    this.audit = audit;
  }

  /** Called with the row as stored, before the form is applied. */
  abstract Change<T> changing(T row, Entity posted, EntityManager entities)
      throws StaleFormException;

  /** Fields that hold whole numbers and may be told to hold none. */
  List<String> numbers() {
    return Collections.emptyList();
  }

  /**
   * The form with names of other rows turned into their numbers.
   *
   * @param before the values that are saved; empty for a new row
   */
  TypedNames typedNames(Entity posted, Map<String, String> before) {
    return TypedNames.none();
  }

  @Override
  public Boolean canHandleAdd(PersistencePackage request) {
    return SettingsEntities.reaches(request, entity);
  }

  @Override
  public Boolean canHandleUpdate(PersistencePackage request) {
    return SettingsEntities.reaches(request, entity);
  }

  @Override
  public Boolean canHandleRemove(PersistencePackage request) {
    return SettingsEntities.reaches(request, entity);
  }

  @Override
  public Entity add(PersistencePackage request, DynamicEntityDao dao, RecordHelper helper)
      throws ServiceException {
    Entity posted = request.getEntity();
    posted.addGlobalValidationError("PostPurchase_Problem_NoAdding");
    throw new ValidationException(posted, "PostPurchase_Problem_NoAdding");
  }

  @Override
  public void remove(PersistencePackage request, DynamicEntityDao dao, RecordHelper helper)
      throws ServiceException {
    throw new ValidationException(request.getEntity(), "PostPurchase_Problem_NoRemoving");
  }

  @Override
  public Entity update(PersistencePackage request, DynamicEntityDao dao, RecordHelper helper)
      throws ServiceException {
    Entity posted = request.getEntity();
    String action = "update " + entity.getSimpleName();
    access.require(
        entity, EntityOperationType.UPDATE, action, GuardSettings.subject(entity, posted));
    SettingsForm.unifyLineEnds(posted);
    Map<String, FieldMetadata> fields =
        helper.getSimpleMergedProperties(entity.getName(), request.getPersistencePerspective());
    Object id = helper.getPrimaryKey(posted, fields);
    T row = find(dao, id);
    Map<String, String> before = SettingsForm.values(helper.getRecord(fields, row, null, null));
    Change<T> change;
    try {
      change = changing(row, posted, dao.getStandardEntityManager());
    } catch (StaleFormException e) {
      throw stale(posted);
    }
    UnreadableNumbers unreadable = UnreadableNumbers.takenFrom(posted, numbers());
    TypedNames named = typedNames(posted, before);
    helper.createPopulatedInstance(row, posted, fields, false);
    change.settle(row);
    Map<String, String> problems = named.and(unreadable.and(change.problems(row)));
    if (!problems.isEmpty()) {
      dao.refresh(row);
      unreadable.putBack(posted);
      named.putBack(posted);
      throw SettingsForm.refusal(posted, row, problems, fields, helper);
    }
    change.accepted(row, access.actor());
    T saved = dao.merge(row);
    dao.flush();
    Entity record = helper.getRecord(fields, saved, null, null);
    audit.done(
        access.actor(),
        action,
        entity.getSimpleName() + " " + id,
        ChangeSummary.of(before, SettingsForm.values(record)));
    return record;
  }

  final T find(DynamicEntityDao dao, Object id) throws ServiceException {
    Serializable found = dao.retrieve(mapped, id);
    if (found == null) {
      throw new ServiceException("There is no " + entity.getSimpleName() + " " + id + ".");
    }
    dao.refresh(found);
    return entity.cast(found);
  }

  static ValidationException stale(Entity posted) {
    posted.addGlobalValidationError("PostPurchase_Problem_Stale");
    return new ValidationException(posted, "PostPurchase_Problem_Stale");
  }

  /** The row was changed since the form was shown. */
  static final class StaleFormException extends Exception {}
}
