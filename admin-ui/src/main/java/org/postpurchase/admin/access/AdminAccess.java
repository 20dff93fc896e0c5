package org.postpurchase.admin.access;

import static java.util.Objects.requireNonNull;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUser;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.postpurchase.ledger.StaffMember;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the host whether the logged-in user may do something to one kind of record.
 *
 * <p>Only the record's own name counts, never a section or ceiling that came with the request. A
 * refused change leaves an audit row even though the refused work itself is rolled back; a refused
 * look leaves a log line. Safe for concurrent use.
 */
public final class AdminAccess {
  private static final Logger LOG = LoggerFactory.getLogger(AdminAccess.class);

  private final SecurityVerifier verifier;
  private final AuditLog audit;
  private final Transactions separate;

  /**
   * @param separate begins a transaction of its own in any case, see {@link SeparateTransactions}
   */
  public AdminAccess(SecurityVerifier verifier, AuditLog audit, Transactions separate) {
    this.verifier = requireNonNull(verifier, "verifier");
    this.audit = requireNonNull(audit, "audit");
    this.separate = requireNonNull(separate, "separate");
  }

  /** Login of the current user. */
  public String actor() {
    AdminUser user = verifier.getPersistentAdminUser();
    return user == null ? "nobody" : user.getLogin();
  }

  /** The current user by id and login. */
  public StaffMember staff() {
    AdminUser user = verifier.getPersistentAdminUser();
    return user == null || user.getId() == null
        ? new StaffMember(0, actor())
        : new StaffMember(user.getId(), user.getLogin());
  }

  /** Where a page about such a record is, for users who may read it; null for all others. */
  public String linkTo(Class<?> record, String address) {
    return may(record, EntityOperationType.FETCH) ? address : null;
  }

  public boolean may(Class<?> record, EntityOperationType operation) {
    try {
      verifier.securityCheck(record.getName(), operation);
      return true;
    } catch (ServiceException e) {
      return false;
    }
  }

  /** Passes only users who may see such records. */
  public void requireRead(Class<?> record) throws SecurityServiceException {
    if (!may(record, EntityOperationType.FETCH)) {
      LOG.warn("refused read record={} actor={}", record.getSimpleName(), actor());
      throw new SecurityServiceException("Your account may not see this page.");
    }
  }

  /**
   * Passes only users who may do this to such records.
   *
   * @param action short name for the audit row, at most 60 characters
   * @param subject which record
   */
  public void require(Class<?> record, EntityOperationType operation, String action, String subject)
      throws SecurityServiceException {
    if (may(record, operation)) {
      return;
    }
    String actor = actor();
    LOG.warn("refused {} actor={}", action + " " + subject, actor);
    try {
      separate.run(
          () ->
              audit.refused(
                  actor,
                  action,
                  subject,
                  "no " + operation + " permission for " + record.getSimpleName()));
    } catch (RuntimeException e) {
      LOG.error("refusal not recorded, action=" + action + " actor=" + actor, e);
    }
    throw new SecurityServiceException("Your account may not change this.");
  }
}
