package org.postpurchase.site.catalogue;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.catalogue.CatalogueReward;
import org.postpurchase.catalogue.RewardOnOffer;
import org.postpurchase.catalogue.ShowCatalogue;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.site.ShopTexts;
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

  /** Empty while there is no programme, and when there is nothing to have. */
  public Optional<RewardTeasers> all(Locale locale) {
    List<RewardOnOffer> offered = catalogue.onOffer(locale);
    return offered.isEmpty()
        ? Optional.empty()
        : programmes.active().map(programme -> teasers(programme, offered, locale));
  }

  private RewardTeasers teasers(Programme programme, List<RewardOnOffer> offered, Locale locale) {
    String points = programme.pointsName;
    List<RewardTeaser> told = new ArrayList<>();
    for (RewardOnOffer each : offered) {
      String cost = NumberFormat.getIntegerInstance(locale).format(each.reward.cost);
      told.add(
          new RewardTeaser(each, text("Cost", locale, cost, points), tier(each.reward, locale)));
    }
    return new RewardTeasers(texts.language(locale), text("Heading", locale, points), told);
  }

  private String tier(CatalogueReward reward, Locale locale) {
    if (reward.limits.tierKey.isEmpty()) {
      return "";
    }
    return tiers
        .policy()
        .flatMap(policy -> policy.find(reward.limits.tierKey))
        .map(tier -> text("FromTier", locale, tier.name))
        .orElseGet(() -> text("State_TIER_TOO_LOW", locale));
  }

  private String text(String name, Locale locale, Object... values) {
    return texts.get(KEY + name, locale, values);
  }
}
