package org.postpurchase.admin.points;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.AdjustmentLog;
import org.postpurchase.ledger.AdjustmentRequest;
import org.postpurchase.ledger.AdjustmentRequests;
import org.postpurchase.ledger.FourEyes;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.ledger.StaffMember;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;

/**
 * Gives or takes points on a person's word, or, where it is more than one person may move, asks a
 * second one ({@link FourEyes}).
 *
 * <p>Posting and audit row change together. The same page sent twice posts, or asks, once.
 */
public final class AdjustAccount {
  private static final String ACTION = "adjust points";

  private final AdminAccess access;
  private final Ground ground;
  private final Transactions transactions;
  private final FourEyes fourEyes;

  public AdjustAccount(
      AdminAccess access, Ground ground, Transactions transactions, FourEyes fourEyes) {
    this.access = access;
    this.ground = ground;
    this.transactions = transactions;
    this.fourEyes = fourEyes;
  }

  /** What the use cases of this screen stand on. */
  public static final class Ground {
    final PointsLedger ledger;
    final LedgerViews views;
    final AdjustmentRequests requests;
    final AdjustmentLog log;
    final AuditLog audit;
    final Clock clock;

    public Ground(
        PointsLedger ledger,
        LedgerViews views,
        AdjustmentRequests requests,
        AdjustmentLog log,
        AuditLog audit,
        Clock clock) {
      this.ledger = ledger;
      this.views = views;
      this.requests = requests;
      this.log = log;
      this.audit = audit;
      this.clock = clock;
    }
  }

  /** Whether the current user may move points at all. */
  public boolean isAllowed() {
    return access.may(PointsRecord.class, EntityOperationType.UPDATE);
  }

  /** A form with problems changes nothing; the permission is asked for all the same. */
  Outcome apply(long accountId, Adjustment form) throws SecurityServiceException {
    String subject = "account " + accountId;
    access.require(PointsRecord.class, EntityOperationType.UPDATE, ACTION, subject);
    if (!form.problems().isEmpty()) {
      return Outcome.refused("PostPurchase_Flash_BadAdjustment");
    }
    StaffMember by = access.staff();
    if (!by.isKnown()) {
      return Outcome.refused("PostPurchase_Flash_NoStaff");
    }
    return transactions.call(() -> judge(accountId, subject, by, form));
  }

  /** The locks come first, so that what is read after them is what others have left. */
  private Outcome judge(long accountId, String subject, StaffMember by, Adjustment form) {
    Instant now = ground.clock.instant();
    ground.log.lock(by, now);
    ground.ledger.lock(accountId);
    PostingRequest request = form.request(accountId, by.login);
    Optional<AdjustmentRequest> asked = ground.requests.byKey(request.key);
    if (asked.isPresent()) {
      return asked.get().details.points == form.points()
          ? Outcome.done("PostPurchase_Flash_AskedBefore")
          : refused(Refusal.KEY_CONFLICT, subject, request, form);
    }
    long mergedInto = ground.views.balance(accountId, now).accountId;
    return !ground.log.isPosted(request.key)
            && fourEyes.needsSecond(by, mergedInto, form.points(), now)
        ? ask(accountId, subject, by, form)
        : post(accountId, subject, by, form);
  }

  private Outcome post(long accountId, String subject, StaffMember by, Adjustment form) {
    PostingRequest request = form.request(accountId, by.login);
    PostingResult result =
        ground.ledger.adjust(accountId, request, form.points(), form.expiresAt());
    if (result.refusal != null) {
      return refused(result.refusal, subject, request, form);
    }
    if (result.posted) {
      ground.log.add(
          new AdjustmentLog.Row(
              result,
              form.points(),
              by,
              true,
              form.note(),
              AdjustmentLog.Undone.NOTHING,
              ground.clock.instant()));
      ground.audit.done(by.login, ACTION, subject, form.inWords());
    }
    return Outcome.done(
        result.posted ? "PostPurchase_Flash_Adjusted" : "PostPurchase_Flash_AdjustedBefore");
  }

  private Outcome ask(long accountId, String subject, StaffMember by, Adjustment form) {
    PostingRequest request = form.request(accountId, by.login);
    Optional<Refusal> hopeless = hopeless(accountId, form.points());
    if (hopeless.isPresent()) {
      return refused(hopeless.get(), subject, request, form);
    }
    AdjustmentRequest.Details details =
        new AdjustmentRequest.Details(
            AdjustmentRequest.Kind.ADJUST, accountId, request, form.points(), form.expiresAt(), 0);
    ground.requests.ask(
        AdjustmentRequest.waiting(details, by, form.note(), ground.clock.instant()));
    ground.audit.done(by.login, "ask to adjust points", subject, form.inWords());
    return Outcome.done("PostPurchase_Flash_Asked");
  }

  /** What would be refused at this moment is not worth a second person's time. */
  private Optional<Refusal> hopeless(long accountId, long points) {
    PointsBalance balance = ground.views.balance(accountId, ground.clock.instant());
    if (balance.accountId == 0) {
      return Optional.of(Refusal.UNKNOWN_ACCOUNT);
    }
    if (balance.frozen) {
      return Optional.of(Refusal.FROZEN);
    }
    return points < 0 && balance.usable < -points
        ? Optional.of(Refusal.INSUFFICIENT)
        : Optional.empty();
  }

  private Outcome refused(Refusal why, String subject, PostingRequest request, Adjustment form) {
    ground.audit.refused(request.actor, ACTION, subject, form.inWords() + ": " + why);
    return Outcome.refused(why);
  }
}
