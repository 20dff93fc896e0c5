package org.postpurchase.broadleaf.member;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.series.MemberMoment;
import org.postpurchase.series.Trigger;
import org.postpurchase.shared.LocalText;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.Tiers;

/** What can be told about a member's tier as things are now. */
public final class TierTold {
  private final Tiers tiers;
  private final ProgrammeReader programmes;

  public TierTold(Tiers tiers, ProgrammeReader programmes) {
    this.tiers = tiers;
    this.programmes = programmes;
  }

  /** Empty when a tier that was reached is lost, or one at risk is safe again or lost. */
  Optional<MomentValues> told(MemberMoment moment, Locale locale) {
    Optional<Programme> programme = programmes.active();
    Optional<Tiers.View> at = tiers.at(Owners.ofCustomer(moment.customerId));
    if (!programme.isPresent() || !at.isPresent()) {
      return Optional.empty();
    }
    String key = TellSeriesOfTiers.tierKey(moment);
    return at.get()
        .tier()
        .filter(tier -> tier.key.equals(key))
        .filter(tier -> isTrue(moment, at.get()))
        .map(tier -> values(tier, at.get(), programme.get(), locale));
  }

  private static boolean isTrue(MemberMoment moment, Tiers.View at) {
    return moment.trigger == Trigger.TIER_REACHED
        || moment.day.filter(day -> day.equals(at.standing.graceUntil)).isPresent();
  }

  private static MomentValues values(Tier tier, Tiers.View at, Programme programme, Locale locale) {
    MomentValues values =
        MomentValues.none()
            .text("programme", LocalText.in(programme.name, locale))
            .text("tier", LocalText.in(tier.name, locale))
            .text("benefits", tier.benefits.words)
            .text(
                "missing",
                at.policy.format(
                    at.missingToKeep(), LocalText.in(programme.pointsName, locale), locale));
    return at.standing.graceUntil == null ? values : values.day("until", at.standing.graceUntil);
  }

  static MomentValues example(Instant day) {
    return MomentValues.none()
        .text("programme", "Example programme")
        .text("tier", "Gold")
        .text("benefits", "A sample in each parcel")
        .text("missing", "120 points")
        .day("until", day);
  }
}
