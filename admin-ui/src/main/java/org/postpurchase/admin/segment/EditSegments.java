package org.postpurchase.admin.segment;

import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.SegmentRecord;
import org.postpurchase.broadleaf.settings.SegmentUses;
import org.postpurchase.segment.SaveSegments;
import org.postpurchase.segment.Segment;
import org.postpurchase.segment.SegmentStore;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Saves and removes segments on a person's word. Needs UPDATE on {@link SegmentRecord}; segment and
 * audit row change together.
 */
final class EditSegments {
  private static final int DETAIL_MAX = 400;

  private final AdminAccess access;
  private final SaveSegments save;
  private final SegmentStore store;
  private final SegmentUses uses;
  private final AuditLog audit;
  private final Transactions transactions;

  public EditSegments(
      AdminAccess access,
      SaveSegments save,
      SegmentStore store,
      SegmentUses uses,
      AuditLog audit,
      Transactions transactions) {
    this.access = access;
    this.save = save;
    this.store = store;
    this.uses = uses;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** What the form says. */
  static final class Form {
    final long id;
    final int edition;
    final String name;
    final boolean active;
    final String conditions;
    final String preset;

    Form(long id, int edition, String name, boolean active, String conditions, String preset) {
      this.id = id;
      this.edition = edition;
      this.name = name;
      this.active = active;
      this.conditions = conditions;
      this.preset = preset;
    }
  }

  /**
   * @throws org.postpurchase.segment.SegmentRefusedException when it cannot be saved as it is
   */
  Segment save(Form form) throws SecurityServiceException {
    String action = form.id == 0 ? "add segment" : "change segment";
    String subject = form.id == 0 ? "segment " + form.name : "segment " + form.id;
    access.require(
        SegmentRecord.class, EntityOperationType.UPDATE, action, shortened(subject, 100));
    String actor = access.actor();
    return transactions.call(
        () -> {
          Segment saved =
              form.id == 0
                  ? save.add(form.name, form.active, form.conditions, form.preset)
                  : save.save(form.id, form.edition, form.name, form.active, form.conditions);
          String detail = (saved.active ? "on " : "off ") + saved.name + " " + saved.conditions;
          audit.done(actor, action, "segment " + saved.id, shortened(detail, DETAIL_MAX));
          return saved;
        });
  }

  /** What became of a removal; names are parts of message keys. */
  enum Removal {
    REMOVED,
    /** Somebody else has changed it. */
    CHANGED,
    /** Something that is switched on asks for it. */
    USED
  }

  /** Removes a segment that nothing asks for that is switched on. */
  Removal remove(long id, int edition) throws SecurityServiceException {
    String subject = "segment " + id;
    access.require(SegmentRecord.class, EntityOperationType.UPDATE, "remove segment", subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          Optional<Segment> segment = store.find(id);
          if (segment.isPresent() && uses(segment.get()).stream().anyMatch(use -> use.active)) {
            return Removal.USED;
          }
          if (!save.remove(id, edition)) {
            return Removal.CHANGED;
          }
          audit.done(actor, "remove segment", subject, "");
          return Removal.REMOVED;
        });
  }

  /** What asks for a segment. */
  List<SegmentUses.Use> uses(Segment segment) {
    return uses.of(segment.key);
  }

  private static String shortened(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }
}
