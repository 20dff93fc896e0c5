package org.postpurchase.admin.points;

import java.time.Instant;
import org.postpurchase.ledger.AdjustmentLog;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.ledger.StaffMember;
import org.postpurchase.ledger.Verb;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.shared.Shop;

/**
 * Undoes an adjustment, once however often it is asked for.
 *
 * <p>Given points are taken back from their own lot first, then from others; what was used is
 * missing and handled as the programme says. Taken points are given back as new ones. Joins the
 * caller's transaction; posting, log and audit row change together.
 */
public final class Reversal {
  static final String ACTION = "undo adjustment";
  static final String REASON = "REVERT";

  private final AdjustAccount.Ground ground;
  private final ProgrammeReader programmes;
  private final Shop shop;

  public Reversal(AdjustAccount.Ground ground, ProgrammeReader programmes, Shop shop) {
    this.ground = ground;
    this.programmes = programmes;
    this.shop = shop;
  }

  /** Whether it is an adjustment that can be undone; an undoing cannot. */
  static boolean isFor(PointsPosting posting) {
    return posting.verb == Verb.ADJUST && !posting.reasonCode.equals(REASON);
  }

  static String keyOf(PointsPosting posting) {
    return "revert:" + posting.accountId + ":" + posting.postingNo;
  }

  /**
   * @param by who undoes it, or asked for that
   * @param counts whether nobody else agreed
   */
  PostingResult of(PointsPosting posting, StaffMember by, boolean counts) {
    Instant now = ground.clock.instant();
    PostingResult done = post(posting, by.login, now);
    String subject = "account " + posting.accountId + " posting " + posting.postingNo;
    String batch = posting.batchId.isEmpty() ? "" : posting.batchId + ": ";
    String what = batch + -posting.points;
    if (done.posted) {
      ground.log.add(
          new AdjustmentLog.Row(
              done,
              -posting.points,
              by,
              counts,
              "",
              new AdjustmentLog.Undone(posting.accountId, posting.postingNo),
              now));
      ground.audit.done(
          by.login,
          ACTION,
          subject,
          what + (done.shortfall == 0 ? "" : " missing " + done.shortfall));
    } else if (done.refusal != null && done.refusal != Refusal.NOTHING_LEFT) {
      ground.audit.refused(by.login, ACTION, subject, what + ": " + done.refusal);
    }
    return done;
  }

  private PostingResult post(PointsPosting posting, String actor, Instant now) {
    Verb verb = posting.points > 0 ? Verb.CLAW_BACK : Verb.ADJUST;
    PostingRequest request = new PostingRequest(verb, keyOf(posting), 0, REASON, actor, "");
    if (posting.points > 0) {
      ShortfallPolicy policy =
          programmes.find().map(p -> p.shortfall).orElse(ShortfallPolicy.CARRY);
      return ground.ledger.reverse(posting.accountId, posting.lotNo, request, policy);
    }
    Instant expiry =
        programmes.find().map((Programme p) -> p.timing.expiryOf(now, shop.zone)).orElse(null);
    return ground.ledger.adjust(posting.accountId, request, -posting.points, expiry);
  }
}
