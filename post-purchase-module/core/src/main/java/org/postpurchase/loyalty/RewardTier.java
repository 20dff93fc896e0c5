package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierChange;
import org.postpurchase.tier.TierListener;
import org.postpurchase.tier.TierPolicy;

/**
 * Gives the points for reaching a tier, once for each ascent; they can be used at once. Takes them
 * back when what the tier was reached with came back.
 */
final class RewardTier implements TierListener {
  private final PointsLedger ledger;
  private final ProgrammeReader programmes;
  private final LedgerViews views;
  private final ForgiveShortfalls forgive;
  private final Clock clock;
  private final Supplier<ZoneId> zone;

  RewardTier(
      PointsLedger ledger,
      ProgrammeReader programmes,
      LedgerViews views,
      ForgiveShortfalls forgive,
      Clock clock,
      Supplier<ZoneId> zone) {
    this.views = views;
    this.forgive = forgive;
    this.ledger = ledger;
    this.programmes = programmes;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void changed(TierPolicy policy, TierChange change) {
    if (change.kind == TierChange.Kind.REACHED) {
      policy
          .find(change.tierKey)
          .filter(tier -> tier.benefits.entryPoints > 0)
          .ifPresent(tier -> give(tier, change));
    }
  }

  /** What follows from a cause goes with its cause; what is missing is owed or forgiven. */
  @Override
  public void unearned(TierPolicy policy, PointsLot lot) {
    programmes
        .find()
        .ifPresent(
            programme -> {
              String key = "claw-back:" + lot.accountId + ":" + lot.lotNo + ":" + lot.issued;
              ledger.clawBack(
                  lot.accountId, lot.lotNo, key, lot.issued, ShortfallPolicy.CARRY, "TIER_UNDONE");
              forgive.settle(programme, lot.accountId);
            });
  }

  @Override
  public void earnedAgain(TierPolicy policy, PointsLot lot) {
    String tierKey = lot.cause.ruleKey.substring(Tier.ENTRY_RULE.length());
    policy
        .find(tierKey)
        .filter(tier -> tier.benefits.entryPoints > 0)
        .ifPresent(
            tier -> views.holder(lot.accountId).ifPresent(h -> give(tier, h.ownerKey, keyOf(lot))));
  }

  /** As long as the first one's however often it is given again. */
  private static String keyOf(PointsLot lot) {
    return lot.sourceKey.replaceAll(":again:\\d+$", "") + ":again:" + lot.lotNo;
  }

  private void give(Tier tier, TierChange change) {
    give(
        tier,
        change.ownerKey,
        "earn:tier:" + change.accountId + ":" + tier.key + ":" + change.ascent);
  }

  private void give(Tier tier, String owner, String key) {
    programmes
        .active()
        .ifPresent(
            programme -> {
              Instant now = Instant.ofEpochMilli(clock.millis());
              PostingResult given =
                  ledger.earn(
                      new EarnRequest(
                          programme.key,
                          owner,
                          key,
                          tier.benefits.entryPoints,
                          LotCause.of("TIER").byRule(tier.entryRule(), 0, programme.termsVersion),
                          now,
                          programme.timing.expiryOf(now, zone.get()),
                          true));
              if (given.refusal != null) {
                throw new IllegalStateException(
                    "The points for tier " + tier.key + " were refused: " + given.refusal);
              }
            });
  }
}
