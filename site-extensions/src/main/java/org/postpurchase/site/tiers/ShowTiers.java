package org.postpurchase.site.tiers;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.shared.LocalText;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierPolicy;
import org.postpurchase.tier.Tiers;

/** Puts the tiers of the programme into words. */
final class ShowTiers {
  private static final String KEY = "PostPurchase_Tiers_";
  private static final int HUNDRED = 100;
  private final Tiers tiers;
  private final ProgrammeReader programmes;
  private final ShopTexts texts;

  public ShowTiers(Tiers tiers, ProgrammeReader programmes, ShopTexts texts) {
    this.tiers = tiers;
    this.programmes = programmes;
    this.texts = texts;
  }

  /** The ladder for everybody; empty while there are no tiers. */
  public Optional<TiersView> ladder(Locale locale) {
    return programmes
        .active()
        .flatMap(programme -> tiers.policy().map(policy -> view(programme, policy, null, locale)));
  }

  /** The ladder with the place of one customer; empty while there are no tiers. */
  public Optional<TiersView> of(long customerId, Locale locale) {
    return programmes
        .active()
        .flatMap(
            programme ->
                tiers
                    .at(Owners.ofCustomer(customerId))
                    .map(at -> view(programme, at.policy, at, locale)));
  }

  private TiersView view(Programme programme, TierPolicy policy, Tiers.View at, Locale locale) {
    List<TierRung> rungs = new ArrayList<>();
    for (Tier tier : policy.tiers) {
      String needs =
          policy.format(policy.needed(tier), LocalText.in(programme.pointsName, locale), locale);
      String earns =
          tier.benefits.earnPercent <= HUNDRED
              ? ""
              : text("Earns", locale, tier.benefits.earnPercent - HUNDRED, programme.pointsName);
      boolean current = at != null && at.standing.tierKey.equals(tier.key);
      rungs.add(
          new TierRung(
              LocalText.in(tier.name, locale),
              text("From", locale, needs),
              earns,
              LocalText.in(tier.benefits.words, locale),
              current));
    }
    String rule = text("Rule_" + policy.basis, locale, programme.pointsName);
    String time = text("Time_" + policy.window, locale);
    String grace = text("Grace", locale, policy.graceDays);
    return new TiersView(
        texts.language(locale),
        text("Heading", locale),
        rule + " " + time + " " + grace,
        rungs,
        at == null ? null : place(programme, at, locale));
  }

  private TiersView.Place place(Programme programme, Tiers.View at, Locale locale) {
    String tier =
        at.tier().map(t -> text("On", locale, t.name)).orElseGet(() -> text("OnNone", locale));
    String progress =
        at.next()
            .map(
                next ->
                    text(
                        "Missing",
                        locale,
                        at.policy.format(
                            at.missing(), LocalText.in(programme.pointsName, locale), locale),
                        next.name))
            .orElse("");
    return new TiersView.Place(tier, percent(at), progress, risk(programme, at, locale));
  }

  private static int percent(Tiers.View at) {
    return at.next()
        .map(
            next ->
                (int) Math.min(HUNDRED, HUNDRED * at.standing.qualified / at.policy.needed(next)))
        .orElse(HUNDRED);
  }

  private String risk(Programme programme, Tiers.View at, Locale locale) {
    Instant until = at.standing.graceUntil;
    return until == null || !at.tier().isPresent()
        ? ""
        : text(
            "Risk",
            locale,
            at.tier().get().name,
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(until.atZone(at.policy.zone)),
            at.policy.format(
                at.missingToKeep(), LocalText.in(programme.pointsName, locale), locale));
  }

  private String text(String name, Locale locale, Object... values) {
    return texts.get(KEY + name, locale, values);
  }
}
