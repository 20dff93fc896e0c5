package org.postpurchase.referral;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LedgerStore;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;

/**
 * Rewards in points: a pending lot from the first order on, given its day on delivery, taken back
 * by what comes back. The lot names the referral, never the friend's order: nobody reads in their
 * points what a friend has bought.
 */
public final class PointsOfReferrals {
  /** Cause of the lots; pages have words for it. */
  public static final String CAUSE = "REFERRAL";

  private final PointsLedger ledger;
  private final LedgerStore lots;
  private final ProgrammeReader programmes;
  private final Supplier<ZoneId> zone;

  public PointsOfReferrals(
      PointsLedger ledger, LedgerStore lots, ProgrammeReader programmes, Supplier<ZoneId> zone) {
    this.ledger = ledger;
    this.lots = lots;
    this.programmes = programmes;
    this.zone = zone;
  }

  /** Empty when no points programme was ever there or the account is frozen. */
  Optional<ReferralReward> book(
      ReferralReward reward, String ownerKey, int termsVersion, Instant dueAt) {
    Programme programme = programmes.find().orElse(null);
    if (programme == null) {
      return Optional.empty();
    }
    PostingResult posted =
        ledger.earn(
            new EarnRequest(
                programme.key,
                ownerKey,
                reward.key(),
                reward.points,
                LotCause.of(CAUSE).byRule("referral:" + reward.referralId, 1, termsVersion),
                dueAt,
                expiry(programme, dueAt),
                false));
    return posted.isDone()
        ? Optional.of(
            reward.in(
                new ReferralReward.Lot(
                    programme.key, posted.accountId, posted.lotNo, reward.takenBack)))
        : Optional.empty();
  }

  void schedule(ReferralReward reward, Instant dueAt) {
    Programme programme = programmes.find().orElse(null);
    if (programme == null || reward.accountId == 0) {
      return;
    }
    Instant expires = expiry(programme, dueAt);
    ledger.schedule(reward.accountId, reward.lotNo, dueAt, expires);
    for (PointsLot moved : lots.movedFrom(reward.accountId, reward.lotNo)) {
      ledger.schedule(moved.accountId, moved.lotNo, dueAt, expires);
    }
  }

  /** At the moment that was promised, whether or not the ledger's own sweep came first. */
  void mature(ReferralReward reward) {
    if (reward.accountId != 0) {
      ledger.mature(reward.accountId, reward.lotNo);
      for (PointsLot moved : lots.movedFrom(reward.accountId, reward.lotNo)) {
        ledger.mature(moved.accountId, moved.lotNo);
      }
    }
  }

  /**
   * @param total how many of the points shall have been taken back in all
   */
  ReferralReward takeBack(ReferralReward reward, long total, String why) {
    if (total <= reward.takenBack || reward.accountId == 0) {
      return reward;
    }
    String key = "claw-back:" + reward.key() + ":" + total;
    ledger.clawBack(reward.accountId, reward.lotNo, key, total, ShortfallPolicy.CARRY, why);
    return reward.takenBack(total);
  }

  private Instant expiry(Programme programme, Instant dueAt) {
    return dueAt == null ? null : programme.timing.expiryOf(dueAt, zone.get());
  }
}
