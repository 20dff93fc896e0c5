package org.postpurchase.site.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.catalogue.RewardOnOffer;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.tier.TierPolicy;
import org.postpurchase.tier.Tiers;

/**
 * Tells everybody what points can be exchanged for. Knows nobody, so that what it says may be kept
 * and shown to the next visitor.
 */
public final class ShowRewardsToAll {
  private static final String KEY = "PostPurchase_Rewards_";
  private final ShowCatalogue catalogue;
  private final ProgrammeReader programmes;
  private final Tiers tiers;
  private final ShopTexts texts;

  public ShowRewardsToAll(
      ShowCatalogue catalogue, ProgrammeReader programmes, Tiers tiers, ShopTexts texts) {
    this.catalogue = catalogue;
    this.programmes = programmes;
    this.tiers = tiers;
    this.texts = texts;
  }

  /**
   * Empty while there is no programme, and when there is nothing to have. A reward for a tier that
   * is not there any more can be had by nobody and is left out.
   */
  public Optional<RewardTeasers> all(Locale locale) {
    return programmes
        .active()
        .map(programme -> teasers(programme, locale))
        .filter(told -> !told.rewards.isEmpty());
  }

  private RewardTeasers teasers(Programme programme, Locale locale) {
    Optional<TierPolicy> policy = tiers.policy();
    List<RewardTeaser> told = new ArrayList<>();
    for (RewardOnOffer each : catalogue.onOffer(locale)) {
      String tierKey = each.reward.limits.tierKey;
      if (tierKey.isEmpty()) {
        told.add(teaser(each, "", programme, locale));
      } else {
        policy
            .flatMap(p -> p.find(tierKey))
            .map(tier -> text("FromTier", locale, tier.name))
            .ifPresent(from -> told.add(teaser(each, from, programme, locale)));
      }
    }
    return new RewardTeasers(
        texts.language(locale), text("Heading", locale, programme.pointsName), told);
  }

  private RewardTeaser teaser(
      RewardOnOffer offered, String tier, Programme programme, Locale locale) {
    String cost = ShowRewards.number(offered.reward.cost, locale);
    return new RewardTeaser(offered, text("Cost", locale, cost, programme.pointsName), tier);
  }

  private String text(String name, Locale locale, Object... values) {
    return texts.get(KEY + name, locale, values);
  }
}
