package org.postpurchase.loyalty;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.Tiers;

/** A member has come to a higher tier, or will lose one on a day that is near. */
public final class TierTrigger implements PersonTrigger {
  public static final String REACHED = "TIER_REACHED";

  /** A member will lose a tier on a day that is near, unless something is done. */
  public static final String AT_RISK = "TIER_AT_RISK";

  private final String key;
  private final Tiers tiers;
  private final ProgrammeReader programmes;
  private final String pointsPage;

  private TierTrigger(String key, Tiers tiers, ProgrammeReader programmes, String pointsPage) {
    this.key = key;
    this.tiers = tiers;
    this.programmes = programmes;
    this.pointsPage = pointsPage;
  }

  /**
   * @param pointsPage address of the store's page of points
   */
  public static List<PersonTrigger> both(
      Tiers tiers, ProgrammeReader programmes, String pointsPage) {
    return Arrays.asList(
        new TierTrigger(REACHED, tiers, programmes, pointsPage),
        new TierTrigger(AT_RISK, tiers, programmes, pointsPage));
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String label(Locale locale) {
    return isOfRisk() ? "Tier about to be lost" : "Higher tier reached";
  }

  @Override
  public boolean hasDay() {
    return isOfRisk();
  }

  private boolean isOfRisk() {
    return AT_RISK.equals(key);
  }

  /** Empty when a tier that was reached is lost, or one at risk is safe again or lost. */
  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    Optional<Programme> programme = programmes.active();
    Optional<Tiers.View> at = tiers.at(Owners.ofCustomer(moment.customerId.getAsLong()));
    if (!programme.isPresent() || !at.isPresent()) {
      return Optional.empty();
    }
    String tierKey = ReportTierChanges.tierKey(moment);
    return at.get()
        .tier()
        .filter(tier -> tier.key.equals(tierKey))
        .filter(tier -> !isOfRisk() || isStillLostThen(moment, at.get()))
        .map(tier -> values(tier, at.get(), programme.get(), locale));
  }

  private static boolean isStillLostThen(Moment moment, Tiers.View at) {
    return moment.day.filter(day -> day.equals(at.standing.graceUntil)).isPresent();
  }

  private MomentValues values(Tier tier, Tiers.View at, Programme programme, Locale locale) {
    MomentValues values =
        MomentValues.none()
            .text("url", pointsPage)
            .text("programme", LocalText.in(programme.name, locale))
            .text("tier", LocalText.in(tier.name, locale))
            .text("benefits", tier.benefits.words)
            .text(
                "missing",
                at.policy.format(
                    at.missingToKeep(), LocalText.in(programme.pointsName, locale), locale));
    return at.standing.graceUntil == null ? values : values.day("until", at.standing.graceUntil);
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .text("url", pointsPage)
        .text("programme", LocalText.in("Example programme | de: Beispielprogramm", locale))
        .text("tier", "Gold")
        .text(
            "benefits",
            LocalText.in("A sample in each parcel | de: Eine Probe in jedem Paket", locale))
        .text("missing", LocalText.in("120 points | de: 120 Punkte", locale))
        .day("until", Instant.parse("2026-02-01T00:00:00Z"));
  }
}
