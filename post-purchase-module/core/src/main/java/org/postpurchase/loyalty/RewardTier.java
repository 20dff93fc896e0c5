package org.postpurchase.loyalty;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PostingResult;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierChange;
import org.postpurchase.tier.TierListener;
import org.postpurchase.tier.TierPolicy;

/** Gives the points for reaching a tier, once for each ascent; they can be used at once. */
final class RewardTier implements TierListener {
  private final PointsLedger ledger;
  private final ProgrammeReader programmes;
  private final Clock clock;
  private final Supplier<ZoneId> zone;

  RewardTier(PointsLedger ledger, ProgrammeReader programmes, Clock clock, Supplier<ZoneId> zone) {
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

  private void give(Tier tier, TierChange change) {
    programmes
        .active()
        .ifPresent(
            programme -> {
              Instant now = Instant.ofEpochMilli(clock.millis());
              PostingResult given =
                  ledger.earn(
                      new EarnRequest(
                          programme.key,
                          change.ownerKey,
                          "earn:tier:" + change.accountId + ":" + tier.key + ":" + change.ascent,
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
