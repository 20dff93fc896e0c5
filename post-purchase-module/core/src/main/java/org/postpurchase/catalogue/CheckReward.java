package org.postpurchase.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.reward.RewardOffers;

/** What the merchant's settings say about a reward, the same for the page and for the button. */
public final class CheckReward {
  private final ProgrammeReader programmes;
  private final CatalogueReader rewards;
  private final RewardOffers offers;
  private final TierCheck tiers;
  private SegmentCheck segments = SegmentCheck.NOBODY;

  public CheckReward(
      ProgrammeReader programmes, CatalogueReader rewards, RewardOffers offers, TierCheck tiers) {
    this.programmes = programmes;
    this.rewards = rewards;
    this.offers = offers;
    this.tiers = tiers;
  }

  /** The shop has segments; set before the first use. */
  public CheckReward with(SegmentCheck newSegments) {
    segments = newSegments;
    return this;
  }

  /** Whether the owner may know of the reward at all. */
  boolean isFor(CatalogueReward reward, String owner) {
    String segment = reward.limits.segmentKey;
    return segment.isEmpty() || segments.has(owner, segment);
  }

  Optional<Programme> programme() {
    return programmes.active();
  }

  /** Whether it is switched on or not: what was bought before is still on record. */
  Optional<String> programmeKey() {
    return programmes.find().map(p -> p.key);
  }

  List<CatalogueReward> rewards() {
    return rewards.rewards();
  }

  Optional<CatalogueReward> reward(String rewardKey) {
    return rewards.find(rewardKey);
  }

  /** What the reward gives, in words; empty while nobody can have it. */
  Optional<String> title(CatalogueReward reward, Locale locale, Instant now) {
    return reward.limits.when.contains(now)
        ? offers.title(reward.offerId, locale, now)
        : Optional.empty();
  }

  boolean tier(String programmeKey, CatalogueReward reward, String owner) {
    return reward.limits.tierKey.isEmpty()
        || tiers.reaches(programmeKey, owner, reward.limits.tierKey);
  }

  /** All that can be said without looking at what the customer has. */
  CatalogueVerdict settings(Optional<CatalogueReward> reward, BuyRequest request, Instant now) {
    if (!programme().isPresent()) {
      return CatalogueVerdict.PROGRAMME_OFF;
    }
    if (!reward.flatMap(r -> title(r, request.locale, now)).isPresent()) {
      return CatalogueVerdict.NOT_OFFERED;
    }
    if (offers.publicCode(reward.get().offerId, now).isPresent()) {
      return CatalogueVerdict.NOT_OFFERED; // anybody can have it without points
    }
    if (reward.get().version != request.rewardVersion) {
      return CatalogueVerdict.CHANGED;
    }
    return request.contact.isEmpty() ? CatalogueVerdict.NO_ADDRESS : CatalogueVerdict.AVAILABLE;
  }
}
