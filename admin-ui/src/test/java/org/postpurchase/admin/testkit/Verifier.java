package org.postpurchase.admin.testkit;

import java.util.HashSet;
import java.util.Set;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUser;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUserImpl;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;

/** The host's check with permissions given by the test. The check by package always passes. */
public final class Verifier implements SecurityVerifier {
  private final Set<String> granted = new HashSet<>();
  private final String login;
  private final long id;

  public Verifier() {
    this("clara");
  }

  public Verifier(String login) {
    this(login, login.hashCode());
  }

  /** The same person under whatever login name. */
  public Verifier(String login, long id) {
    this.login = login;
    this.id = id;
  }

  public Verifier granting(Class<?> record, EntityOperationType operation) {
    granted.add(record.getName() + " " + operation);
    return this;
  }

  @Override
  public AdminUser getPersistentAdminUser() {
    AdminUser user = new AdminUserImpl();
    user.setId(id);
    user.setLogin(login);
    return user;
  }

  @Override
  public void securityCheck(String ceiling, EntityOperationType operation)
      throws SecurityServiceException {
    if (!granted.contains(ceiling + " " + operation)) {
      throw new SecurityServiceException("no");
    }
  }

  @Override
  public void securityCheck(PersistencePackage forged, EntityOperationType operation) {}
}
