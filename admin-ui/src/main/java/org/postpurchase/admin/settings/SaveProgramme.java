package org.postpurchase.admin.settings;

import java.time.Clock;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.persistence.EntityManager;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.LoyaltyChoice;
import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.postpurchase.broadleaf.entity.LoyaltyProgrammeImpl;
import org.postpurchase.shared.AuditLog;

/**
 * Saves the loyalty programme. Switching it on notes the moment: orders placed before earn nothing.
 * That moment, the key of the programme and the edition cannot be set by a form.
 */
final class SaveProgramme extends SaveSettings<LoyaltyProgramme> {
  private static final int NAME_MAX = 120;
  private static final int POINTS_NAME_MAX = 40;
  private static final int DAYS_MAX = 3650;
  private static final int POINTS_MAX = 100_000_000;

  private final Clock clock;

  public SaveProgramme(AdminAccess access, AuditLog audit, Clock clock) {
    super(LoyaltyProgramme.class, LoyaltyProgrammeImpl.class, access, audit);
    this.clock = clock;
  }

  @Override
  List<String> numbers() {
    return Arrays.asList(
        "termsVersion",
        "minimumPoints",
        "blockPoints",
        "maxSharePercent",
        "returnWindowDays",
        "fallbackDays",
        "validityDays",
        "graceDays",
        "tierGraceDays");
  }

  @Override
  Change<LoyaltyProgramme> changing(LoyaltyProgramme row, Entity posted, EntityManager entities)
      throws StaleFormException {
    RowEdition edition = RowEdition.of(row);
    edition.advance(entities, SettingsForm.value(posted, "edition"));
    return new Edited(row, edition.next());
  }

  static Map<String, String> problems(LoyaltyProgramme row) {
    FieldProblems found = new FieldProblems();
    FieldLimits fields = new FieldLimits(found);
    fields.filled("name", row.getName(), NAME_MAX);
    fields.filled("pointsName", row.getPointsName(), POINTS_NAME_MAX);
    fields.between(
        "termsVersion", row.getTermsVersion(), 1, POINTS_MAX, "PostPurchase_Problem_OneOrMore");
    fields.rates("rates", row.getRates());
    fields.between(
        "minimumPoints", row.getMinimumPoints(), 0, POINTS_MAX, "PostPurchase_Problem_ZeroOrMore");
    fields.between(
        "blockPoints", row.getBlockPoints(), 1, POINTS_MAX, "PostPurchase_Problem_OneOrMore");
    fields.between(
        "maxSharePercent", row.getMaxSharePercent(), 0, 100, "PostPurchase_Problem_Share");
    days(fields, "returnWindowDays", row.getReturnWindowDays());
    days(fields, "fallbackDays", row.getFallbackDays());
    days(fields, "validityDays", row.getValidityDays());
    days(fields, "graceDays", row.getGraceDays());
    found.choice("shortfallPolicy", row.getShortfallPolicy(), LoyaltyChoice.Shortfall.TYPES);
    found.choice("stackingPolicy", row.getStackingPolicy(), LoyaltyChoice.Stacking.TYPES);
    if (row.getJoining() != null) {
      found.choice("joining", row.getJoining(), LoyaltyChoice.Joining.TYPES);
    }
    tiers(row, found, fields);
    PageFields.check(row, found);
    return found.byField();
  }

  /** Blank means the usual, since rows from before tiers have none. */
  private static void tiers(LoyaltyProgramme row, FieldProblems found, FieldLimits fields) {
    if (row.getTierBasis() != null) {
      found.choice("tierBasis", row.getTierBasis(), LoyaltyChoice.TierBasis.TYPES);
    }
    if (row.getTierWindow() != null) {
      found.choice("tierWindow", row.getTierWindow(), LoyaltyChoice.TierWindow.TYPES);
    }
    if (row.getTierGraceDays() != null) {
      days(fields, "tierGraceDays", row.getTierGraceDays());
    }
    String currency = row.getTierCurrency() == null ? "" : row.getTierCurrency();
    boolean needed = "SPEND".equals(row.getTierBasis());
    if ((needed || !currency.isEmpty()) && !isCurrency(currency)) {
      found.add("tierCurrency", "PostPurchase_Problem_Currency");
    }
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(known -> known.getCurrencyCode().equals(code));
  }

  private static void days(FieldLimits fields, String field, Integer days) {
    fields.between(field, days, 0, DAYS_MAX, "PostPurchase_Problem_ManyDays");
  }

  /** The programme with what no form may set as it was. */
  private final class Edited implements Change<LoyaltyProgramme> {
    private final int edition;
    private final boolean wasActive;
    private final Long activeSince;
    private final String key;

    private Edited(LoyaltyProgramme before, int edition) {
      this.edition = edition;
      this.wasActive = Boolean.TRUE.equals(before.getActive());
      this.activeSince = before.getActiveSince();
      this.key = before.getProgrammeKey();
    }

    @Override
    public void settle(LoyaltyProgramme row) {
      row.setEdition(edition);
      row.setActiveSince(activeSince);
      row.setProgrammeKey(key);
      row.setActive(Boolean.TRUE.equals(row.getActive()));
      row.setName(FieldLimits.trimmed(row.getName()));
      row.setPointsName(FieldLimits.trimmed(row.getPointsName()));
      row.setRates(FieldLimits.trimmed(row.getRates()));
      row.setJoining(FieldLimits.trimmed(row.getJoining()));
      row.setTierBasis(FieldLimits.trimmed(row.getTierBasis()));
      row.setTierWindow(FieldLimits.trimmed(row.getTierWindow()));
      String currency = FieldLimits.trimmed(row.getTierCurrency());
      row.setTierCurrency(currency == null ? null : currency.toUpperCase(Locale.ROOT));
      PageFields.settle(row);
    }

    @Override
    public Map<String, String> problems(LoyaltyProgramme row) {
      return SaveProgramme.problems(row);
    }

    @Override
    public void accepted(LoyaltyProgramme row, String actor) {
      if (row.getActive() && (!wasActive || activeSince == null)) {
        row.setActiveSince(clock.millis());
      }
    }
  }
}
