package org.postpurchase.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.Refusal;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.shared.Transactions;

/**
 * A person takes a purchase back: the code is revoked, the points go back into their lots, and the
 * reward can be bought by somebody else. In one transaction; safe to repeat. A code that a checkout
 * has is left alone, and so is everything else then.
 */
public final class TakeBackPurchase {
  /** What became of it; also a message key. */
  public enum Outcome {
    DONE,
    DONE_BEFORE,
    /** The code was used, or a checkout has it at this moment. */
    CODE_IN_USE,
    /** The account waits for a person to look at a mismatch. */
    FROZEN,
    UNKNOWN
  }

  private final ProgrammeReader programmes;
  private final PurchaseStore purchases;
  private final RewardCodeStore codes;
  private final PointsLedger ledger;
  private final Transactions transactions;
  private final Clock clock;

  public TakeBackPurchase(
      ProgrammeReader programmes,
      PurchaseStore purchases,
      RewardCodeStore codes,
      PointsLedger ledger,
      Transactions transactions,
      Clock clock) {
    this.programmes = programmes;
    this.purchases = purchases;
    this.codes = codes;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param actor admin user
   */
  public Outcome takeBack(String requestKey, String actor) {
    Optional<RewardPurchase> bought = transactions.call(() -> purchases.find(requestKey));
    if (!bought.isPresent()) {
      return Outcome.UNKNOWN;
    }
    int graceDays = programmes.find().map(p -> p.timing.graceDays).orElse(0);
    try {
      return transactions.attempt(() -> takeBack(bought.get(), actor, graceDays));
    } catch (UndoneException undone) {
      return undone.outcome;
    }
  }

  private Outcome takeBack(RewardPurchase purchase, String actor, int graceDays) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    ledger.lock(purchase.buyer.accountId);
    if (!purchases.takeBack(purchase.requestKey, actor, now)) {
      return Outcome.DONE_BEFORE;
    }
    if (!codes.revoke(purchase.rewardCodeId)) {
      throw new UndoneException(Outcome.CODE_IN_USE);
    }
    PostingResult restored =
        ledger.restore(
            purchase.buyer.programme,
            purchase.requestKey,
            "restore:" + purchase.requestKey,
            purchase.points,
            now.plus(Duration.ofDays(graceDays)));
    if (restored.refusal == Refusal.FROZEN) {
      throw new UndoneException(Outcome.FROZEN);
    }
    if (!restored.isDone()) {
      throw new IllegalStateException(
          "Indicates a bug: " + restored + " for " + purchase.requestKey);
    }
    purchases.putBack(purchase.rewardKey, now);
    return Outcome.DONE;
  }

  /** Rolls back what was done so far. */
  private static final class UndoneException extends RuntimeException {
    private final Outcome outcome;

    UndoneException(Outcome outcome) {
      super("cannot be taken back", null, false, false);
      this.outcome = outcome;
    }
  }
}
