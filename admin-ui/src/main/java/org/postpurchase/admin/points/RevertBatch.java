package org.postpurchase.admin.points;

import java.time.Instant;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.ledger.Verb;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;

/**
 * Undoes all adjustments of a batch, each once, however often it is asked for.
 *
 * <p>Given points are taken back from their own lot first, then from others; what was used is
 * missing and handled as the programme says. Taken points are given back as new ones. Each
 * adjustment is one transaction with its audit row, so a crash leaves whole ones, and asking again
 * does the rest.
 */
public final class RevertBatch {
  private static final String ACTION = "revert batch";
  private static final String REASON = "REVERT";

  /** At once; asking again does the next ones. */
  private static final int MOST = 5000;

  private final AdminAccess access;
  private final AdjustAccount.Ground ground;
  private final ProgrammeReader programmes;
  private final Transactions transactions;
  private final Shop shop;

  public RevertBatch(
      AdminAccess access,
      AdjustAccount.Ground ground,
      ProgrammeReader programmes,
      Transactions transactions,
      Shop shop) {
    this.access = access;
    this.ground = ground;
    this.programmes = programmes;
    this.transactions = transactions;
    this.shop = shop;
  }

  /** What became of a batch. */
  public static final class Result {
    private final String batch;
    private int reversed;
    private int before;
    private int refused;
    private long missing;

    Result(String batch) {
      this.batch = batch;
    }

    private void add(PostingResult done) {
      if (done.repeated || done.refusal == Refusal.NOTHING_LEFT) {
        before++;
      } else if (done.refusal != null) {
        refused++;
      } else {
        reversed++;
        missing += done.shortfall;
      }
    }

    public String getBatch() {
      return batch;
    }

    /** Adjustments undone now. */
    public int getReversed() {
      return reversed;
    }

    /** Adjustments that had been undone earlier. */
    public int getBefore() {
      return before;
    }

    /** Adjustments that could not be undone, such as those of frozen accounts. */
    public int getRefused() {
      return refused;
    }

    /** Points that were to be taken back and had been used. */
    public long getMissing() {
      return missing;
    }

    public boolean isUnknown() {
      return reversed + before + refused == 0;
    }
  }

  Result revert(String batch) throws SecurityServiceException {
    access.require(PointsRecord.class, EntityOperationType.UPDATE, ACTION, "batch " + batch);
    String actor = access.actor();
    Result result = new Result(batch);
    if (!batch.isEmpty()) {
      for (PointsPosting posting : ground.views.adjustmentsOfBatch(batch, MOST)) {
        result.add(transactions.call(() -> revert(posting, actor)));
      }
    }
    return result;
  }

  private PostingResult revert(PointsPosting posting, String actor) {
    PostingResult done = post(posting, actor);
    String subject = "account " + posting.accountId + " posting " + posting.postingNo;
    String what = posting.batchId + ": " + -posting.points;
    if (done.posted) {
      ground.audit.done(actor, ACTION, subject, what + words(done));
    } else if (done.refusal != null && done.refusal != Refusal.NOTHING_LEFT) {
      ground.audit.refused(actor, ACTION, subject, what + ": " + done.refusal);
    }
    return done;
  }

  private static String words(PostingResult done) {
    return done.shortfall == 0 ? "" : " missing " + done.shortfall;
  }

  private PostingResult post(PointsPosting posting, String actor) {
    String key = "revert:" + posting.accountId + ":" + posting.postingNo;
    Verb verb = posting.points > 0 ? Verb.CLAW_BACK : Verb.ADJUST;
    PostingRequest request = new PostingRequest(verb, key, 0, REASON, actor, "");
    if (posting.points > 0) {
      ShortfallPolicy policy =
          programmes.find().map(p -> p.shortfall).orElse(ShortfallPolicy.CARRY);
      return ground.ledger.reverse(posting.accountId, posting.lotNo, request, policy);
    }
    return ground.ledger.adjust(posting.accountId, request, -posting.points, expiry());
  }

  private Instant expiry() {
    return programmes
        .find()
        .map((Programme p) -> p.timing.expiryOf(ground.clock.instant(), shop.zone))
        .orElse(null);
  }
}
