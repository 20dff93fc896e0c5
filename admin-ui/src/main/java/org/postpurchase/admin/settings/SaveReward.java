package org.postpurchase.admin.settings;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.entity.LoyaltyRewardImpl;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.shared.AuditLog;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Saves a reward. Its edition goes up with each save, so that a shopper who still sees the old one
 * is asked to look again; neither that nor its origin can be set by a form. Removing a reward
 * leaves alone what was bought; those that came with the plugin would come back and can only be
 * switched off. Switching one on asks for an offer that runs and that nobody gets without a code of
 * his own.
 */
final class SaveReward extends SaveGrowingSettings<LoyaltyReward> {
  private final RewardOffers offers;
  private final Clock clock;

  private final ReadNames names;
  private final SeriesProblemText texts;

  public SaveReward(
      AdminAccess access,
      AuditLog audit,
      RewardOffers offers,
      Clock clock,
      ReadNames names,
      SeriesProblemText texts) {
    super(LoyaltyReward.class, LoyaltyRewardImpl.class, access, audit);
    this.names = names;
    this.texts = texts;
    this.offers = offers;
    this.clock = clock;
  }

  @Override
  TypedNames typedNames(Entity posted, Map<String, String> before) {
    return names.takenFrom(posted, NameFields.REWARD, before);
  }

  @Override
  List<String> numbers() {
    return Arrays.asList("costPoints", "validDays", "stock", "perCustomer", "priority");
  }

  @Override
  LoyaltyReward blank() {
    return new LoyaltyRewardImpl();
  }

  @Override
  Map<String, String> defaults(Entity posted, EntityManager entities) {
    SettingsForm.set(posted, "edition", "1");
    return FormDefaults.REWARD;
  }

  @Override
  Change<LoyaltyReward> adding(Entity posted, EntityManager entities) {
    return new Edited(1, null);
  }

  @Override
  Change<LoyaltyReward> changing(LoyaltyReward row, Entity posted, EntityManager entities)
      throws StaleFormException {
    RowEdition edition = RowEdition.of(row);
    edition.advance(entities, SettingsForm.value(posted, "edition"));
    return new Edited(edition.next(), row.getPresetKey());
  }

  @Override
  Optional<String> whyNotRemove(LoyaltyReward row, EntityManager entities) {
    return row.getPresetKey() == null
        ? Optional.empty()
        : Optional.of("PostPurchase_Problem_NoRemoving");
  }

  @Override
  void removing(LoyaltyReward row, EntityManager entities) throws StaleFormException {
    RowEdition.of(row).advance(entities, Optional.empty());
  }

  /** The reward with what no form may set as it was. */
  private final class Edited implements Change<LoyaltyReward> {
    private final int edition;
    private final String presetKey;

    private Edited(int edition, String presetKey) {
      this.edition = edition;
      this.presetKey = presetKey;
    }

    @Override
    public void settle(LoyaltyReward row) {
      row.setEdition(edition);
      row.setPresetKey(presetKey);
      row.setActive(Boolean.TRUE.equals(row.getActive()));
      row.setName(FieldLimits.trimmed(row.getName()));
      row.setDescription(FieldLimits.trimmed(row.getDescription()));
      row.setActiveFrom(FieldLimits.trimmed(row.getActiveFrom()));
      row.setActiveUntil(FieldLimits.trimmed(row.getActiveUntil()));
      row.setTierKey(FieldLimits.trimmed(row.getTierKey()));
    }

    @Override
    public Map<String, String> problems(LoyaltyReward row) {
      FieldProblems found = RewardFields.problems(row);
      if (row.getActive() && row.getRewardOffer() != null && !runs(row.getRewardOffer().getId())) {
        found.add("rewardOffer", "PostPurchase_Problem_OfferOver");
      }
      if (row.getActive() && row.getRewardOffer() != null) {
        offers
            .publicCode(row.getRewardOffer().getId(), clock.instant())
            .ifPresent(code -> found.add("rewardOffer", texts.publicCode(code)));
      }
      return found.byField();
    }

    private boolean runs(Long offerId) {
      return offers.title(offerId, LocaleContextHolder.getLocale(), clock.instant()).isPresent();
    }
  }
}
