package org.postpurchase.admin.content;

import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.ContentRecord;
import org.postpurchase.content.ContentEntry;
import org.postpurchase.content.ContentStore;
import org.postpurchase.content.SaveContent;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.Transactions;

/**
 * Saves, switches and removes entries on a person's word. Needs UPDATE on {@link ContentRecord};
 * entry and audit row change together.
 */
final class EditContent {
  private static final int DETAIL_MAX = 400;

  private final AdminAccess access;
  private final SaveContent save;
  private final ContentStore store;
  private final AuditLog audit;
  private final Transactions transactions;

  public EditContent(
      AdminAccess access,
      SaveContent save,
      ContentStore store,
      AuditLog audit,
      Transactions transactions) {
    this.access = access;
    this.save = save;
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * @return empty when somebody else has saved it in between
   * @throws org.postpurchase.content.ContentRefusedException naming what is not right
   */
  Optional<ContentEntry> save(ContentEntry entry) throws SecurityServiceException {
    String action = entry.id == 0 ? "add content" : "change content";
    require(action, entry.id);
    return transactions.call(
        () -> {
          Optional<ContentEntry> saved = save.save(entry);
          saved.ifPresent(e -> audit(action, e));
          return saved;
        });
  }

  /** Switches it on or off; false when somebody else has saved it in between. */
  boolean turn(long id, int edition, boolean on) throws SecurityServiceException {
    String action = on ? "switch content on" : "switch content off";
    require(action, id);
    return transactions.call(
        () -> {
          Optional<ContentEntry> saved =
              store
                  .find(id)
                  .filter(e -> e.edition == edition)
                  .flatMap(e -> save.save(e.but().active(on).build()));
          saved.ifPresent(e -> audit(action, e));
          return saved.isPresent();
        });
  }

  boolean remove(long id, int edition) throws SecurityServiceException {
    require("remove content", id);
    return transactions.call(
        () -> {
          Optional<ContentEntry> before = store.find(id);
          boolean removed = save.remove(id, edition);
          if (removed) {
            before.ifPresent(e -> audit("remove content", e));
          }
          return removed;
        });
  }

  private void require(String action, long id) throws SecurityServiceException {
    access.require(ContentRecord.class, EntityOperationType.UPDATE, action, "content " + id);
  }

  private void audit(String action, ContentEntry e) {
    String detail =
        (e.active ? "on " : "off ")
            + e.kind
            + " "
            + e.scope
            + " "
            + e.scopeId
            + " "
            + e.localeCode
            + " "
            + e.title;
    audit.done(access.actor(), action, "content " + e.id, ShownText.cut(detail, DETAIL_MAX));
  }
}
