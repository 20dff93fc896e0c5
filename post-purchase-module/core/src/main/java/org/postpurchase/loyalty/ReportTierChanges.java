package org.postpurchase.loyalty;

import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierChange;
import org.postpurchase.tier.TierListener;
import org.postpurchase.tier.TierPolicy;

/** Reports to series that tiers are reached or at risk. */
public final class ReportTierChanges implements TierListener {
  private static final String SEPARATOR = "/";
  private final Moments moments;

  public ReportTierChanges(Moments moments) {
    this.moments = moments;
  }

  /** The tier that a moment is about; part of its key. */
  static String tierKey(Moment moment) {
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
      moments.report(
          Moment.ofCustomer(TierTrigger.REACHED, customer)
              .values(values)
              .happened(key + change.ascent, change.at));
    } else if (change.kind == TierChange.Kind.AT_RISK && change.until.isAfter(change.at)) {
      moments.report(
          Moment.ofCustomer(TierTrigger.AT_RISK, customer)
              .day(change.until)
              .values(values)
              .happened(key + change.until.toEpochMilli(), change.at));
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
