package org.postpurchase.broadleaf.member;

import java.util.Optional;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.series.EnterOnMemberMoment;
import org.postpurchase.series.MemberMoment;
import org.postpurchase.series.Trigger;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierChange;
import org.postpurchase.tier.TierListener;
import org.postpurchase.tier.TierPolicy;

/** Lets the series know of tiers that are reached or at risk. */
public final class TellSeriesOfTiers implements TierListener {
  private static final String SEPARATOR = "/";
  private final EnterOnMemberMoment series;

  public TellSeriesOfTiers(EnterOnMemberMoment series) {
    this.series = series;
  }

  /** The tier that a moment is about; part of its key. */
  static String tierKey(MemberMoment moment) {
    return moment.key.split(SEPARATOR, 2)[0];
  }

  @Override
  public void changed(TierPolicy policy, TierChange change) {
    Optional<Tier> tier = policy.find(change.tierKey);
    long customer = Owners.customerId(change.ownerKey);
    if (!tier.isPresent() || customer == 0) {
      return;
    }
    MomentValues values = MomentValues.none().text("tier", tier.get().name);
    String key = change.tierKey + SEPARATOR + change.accountId + SEPARATOR;
    if (change.kind == TierChange.Kind.REACHED && isHighest(policy, change)) {
      series.report(
          MemberMoment.happened(
              Trigger.TIER_REACHED, customer, key + change.ascent, change.at, values));
    } else if (change.kind == TierChange.Kind.AT_RISK && change.until.isAfter(change.at)) {
      series.report(
          MemberMoment.ahead(
              Trigger.TIER_AT_RISK,
              customer,
              key + change.until.toEpochMilli(),
              change.at,
              change.until,
              values));
    }
  }

  /** Whoever passes several tiers at once hears of the highest. */
  private static boolean isHighest(TierPolicy policy, TierChange change) {
    return policy
        .next(change.tierKey)
        .map(next -> policy.needed(next) > change.qualified)
        .orElse(true);
  }
}
