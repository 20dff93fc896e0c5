package org.postpurchase.admin.settings;

import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.dto.CriteriaTransferObject;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.service.persistence.PersistenceManager;
import org.broadleafcommerce.openadmin.server.service.persistence.PersistenceManagerEventHandlerAdapter;
import org.broadleafcommerce.openadmin.server.service.persistence.PersistenceManagerEventHandlerResponse;
import org.postpurchase.admin.access.AdminAccess;

/**
 * Stands before every generic admin operation and asks for the permission of the settings it would
 * touch.
 *
 * <p>The host's own check is content when the user may do the operation on any section named in the
 * request's crumbs, which the browser sends. This one looks at nothing but the record.
 */
final class GuardSettings extends PersistenceManagerEventHandlerAdapter {
  private final AdminAccess access;

  public GuardSettings(AdminAccess access) {
    this.access = access;
  }

  @Override
  public PersistenceManagerEventHandlerResponse preInspect(
      PersistenceManager manager, PersistencePackage request) throws ServiceException {
    read(request);
    return super.preInspect(manager, request);
  }

  @Override
  public PersistenceManagerEventHandlerResponse preFetch(
      PersistenceManager manager, PersistencePackage request, CriteriaTransferObject criteria)
      throws ServiceException {
    read(request);
    return super.preFetch(manager, request, criteria);
  }

  @Override
  public PersistenceManagerEventHandlerResponse preAdd(
      PersistenceManager manager, PersistencePackage request) throws ServiceException {
    change(request, EntityOperationType.ADD, "add ");
    return super.preAdd(manager, request);
  }

  @Override
  public PersistenceManagerEventHandlerResponse preUpdate(
      PersistenceManager manager, PersistencePackage request) throws ServiceException {
    change(request, EntityOperationType.UPDATE, "update ");
    return super.preUpdate(manager, request);
  }

  @Override
  public PersistenceManagerEventHandlerResponse preRemove(
      PersistenceManager manager, PersistencePackage request) throws ServiceException {
    change(request, EntityOperationType.REMOVE, "remove ");
    return super.preRemove(manager, request);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  private void read(PersistencePackage request) throws ServiceException {
    for (Class<?> entity : SettingsEntities.reachedBy(request)) {
      access.requireRead(entity);
    }
  }

  private void change(PersistencePackage request, EntityOperationType operation, String verb)
      throws ServiceException {
    for (Class<?> entity : SettingsEntities.reachedBy(request)) {
      WithoutNul.require(request.getEntity());
      access.require(
          entity, operation, verb + entity.getSimpleName(), subject(entity, request.getEntity()));
    }
  }

  static String subject(Class<?> entity, Entity posted) {
    String id = posted == null ? "" : SettingsForm.value(posted, "id").orElse("");
    return entity.getSimpleName() + " " + (id.matches("-?\\d{1,19}") ? id : "?");
  }
}
