package org.postpurchase.admin.settings;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.FlushModeType;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.postpurchase.broadleaf.entity.LoyaltyTierImpl;
import org.postpurchase.shared.AuditLog;

/**
 * Saves a tier. Switching it on, or changing what has to be reached, notes the moment: who had
 * reached that much before gets no points for it. That moment, the edition and the origin cannot be
 * set by a form.
 */
final class SaveTier extends SaveGrowingSettings<LoyaltyTier> {
  private static final int NAME_MAX = 120;
  private static final int POINTS_MAX = 100_000_000;
  private static final int PERCENT_MAX = 10_000;
  private static final int BENEFITS_MAX = 500;
  private static final String SAME_THRESHOLD =
      "select t.id from org.postpurchase.broadleaf.entity.LoyaltyTier t"
          + " where t.active = true and t.threshold = :threshold and t.id <> :id";

  private final Clock clock;

  private final ReadNames names;

  public SaveTier(AdminAccess access, AuditLog audit, Clock clock, ReadNames names) {
    super(LoyaltyTier.class, LoyaltyTierImpl.class, access, audit);
    this.names = names;
    this.clock = clock;
  }

  @Override
  TypedNames typedNames(Entity posted, Map<String, String> before) {
    return names.takenFrom(posted, NameFields.TIER, before);
  }

  @Override
  List<String> numbers() {
    return Arrays.asList("threshold", "earnPercent", "entryPoints");
  }

  @Override
  LoyaltyTier blank() {
    return new LoyaltyTierImpl();
  }

  @Override
  Map<String, String> defaults(Entity posted, EntityManager entities) {
    SettingsForm.set(posted, "edition", "1");
    return FormDefaults.TIER;
  }

  @Override
  Change<LoyaltyTier> adding(Entity posted, EntityManager entities) {
    return new Edited(new LoyaltyTierImpl(), 1, entities);
  }

  @Override
  Change<LoyaltyTier> changing(LoyaltyTier row, Entity posted, EntityManager entities)
      throws StaleFormException {
    RowEdition edition = RowEdition.of(row);
    edition.advance(entities, SettingsForm.value(posted, "edition"));
    return new Edited(row, edition.next(), entities);
  }

  @Override
  Optional<String> whyNotRemove(LoyaltyTier row, EntityManager entities) {
    return Optional.empty();
  }

  @Override
  void removing(LoyaltyTier row, EntityManager entities) throws StaleFormException {
    RowEdition.of(row).advance(entities, Optional.empty());
  }

  /** The tier with what no form may set as it was. */
  private final class Edited implements Change<LoyaltyTier> {
    private final int edition;
    private final String presetKey;
    private final boolean wasActive;
    private final Integer threshold;
    private final Long activeSince;
    private final EntityManager entities;

    private Edited(LoyaltyTier before, int edition, EntityManager entities) {
      this.edition = edition;
      this.presetKey = before.getPresetKey();
      this.wasActive = Boolean.TRUE.equals(before.getActive());
      this.threshold = before.getThreshold();
      this.activeSince = before.getActiveSince();
      this.entities = entities;
    }

    @Override
    public void settle(LoyaltyTier row) {
      row.setEdition(edition);
      row.setPresetKey(presetKey);
      row.setActiveSince(activeSince);
      row.setActive(Boolean.TRUE.equals(row.getActive()));
      row.setName(FieldLimits.trimmed(row.getName()));
      row.setOfferIds(FieldLimits.trimmed(row.getOfferIds()));
      row.setBenefits(FieldLimits.trimmed(row.getBenefits()));
    }

    @Override
    public Map<String, String> problems(LoyaltyTier row) {
      FieldProblems found = new FieldProblems();
      FieldLimits fields = new FieldLimits(found);
      fields.filled("name", row.getName(), NAME_MAX);
      fields.between(
          "threshold", row.getThreshold(), 1, POINTS_MAX, "PostPurchase_Problem_OneOrMore");
      fields.between(
          "earnPercent",
          row.getEarnPercent(),
          100,
          PERCENT_MAX,
          "PostPurchase_Problem_TierPercent");
      fields.between(
          "entryPoints", row.getEntryPoints(), 0, POINTS_MAX, "PostPurchase_Problem_ZeroOrMore");
      fields.ids("offerIds", row.getOfferIds());
      if (row.getBenefits() != null && row.getBenefits().length() > BENEFITS_MAX) {
        found.add("benefits", "PostPurchase_Problem_Long");
      }
      if (row.getActive() && row.getThreshold() != null && isTaken(row)) {
        found.add("threshold", "PostPurchase_Problem_TierThreshold");
      }
      return found.byField();
    }

    private boolean isTaken(LoyaltyTier row) {
      return !entities
          .createQuery(SAME_THRESHOLD, Long.class)
          .setFlushMode(FlushModeType.COMMIT)
          .setParameter("threshold", row.getThreshold())
          .setParameter("id", row.getId() == null ? 0L : row.getId())
          .getResultList()
          .isEmpty();
    }

    @Override
    public void accepted(LoyaltyTier row, String actor) {
      boolean other = !Objects.equals(threshold, row.getThreshold());
      if (row.getActive() && (!wasActive || other || activeSince == null)) {
        row.setActiveSince(clock.millis());
      }
    }
  }
}
