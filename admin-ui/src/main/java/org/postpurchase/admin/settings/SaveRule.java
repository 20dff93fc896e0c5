package org.postpurchase.admin.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.EarningRuleImpl;
import org.postpurchase.shared.AuditLog;

/**
 * Saves an earning rule. Its edition, which is kept with all points that it gives, goes up with
 * each save; neither that nor its origin can be set by a form. Removing a rule leaves the points
 * alone that it gave.
 */
public final class SaveRule extends SaveGrowingSettings<EarningRule> {
  private final ReadNames names;

  public SaveRule(AdminAccess access, AuditLog audit, ReadNames names) {
    super(EarningRule.class, EarningRuleImpl.class, access, audit);
    this.names = names;
  }

  @Override
  TypedNames typedNames(Entity posted, Map<String, String> before) {
    return names.takenFrom(posted, NameFields.RULE, before);
  }

  @Override
  List<String> numbers() {
    return Arrays.asList(
        "points", "percent", "perOrder", "perCustomer", "budgetPoints", "priority");
  }

  @Override
  EarningRule blank() {
    return new EarningRuleImpl();
  }

  @Override
  Map<String, String> defaults(Entity posted, EntityManager entities) {
    SettingsForm.set(posted, "edition", "1");
    return FormDefaults.RULE;
  }

  @Override
  Change<EarningRule> adding(Entity posted, EntityManager entities) {
    return new Edited(1, null);
  }

  @Override
  Change<EarningRule> changing(EarningRule row, Entity posted, EntityManager entities)
      throws StaleFormException {
    RowEdition edition = RowEdition.of(row);
    edition.advance(entities, SettingsForm.value(posted, "edition"));
    return new Edited(edition.next(), row.getPresetKey());
  }

  @Override
  Optional<String> whyNotRemove(EarningRule row, EntityManager entities) {
    return Optional.empty();
  }

  @Override
  void removing(EarningRule row, EntityManager entities) throws StaleFormException {
    RowEdition.of(row).advance(entities, Optional.empty());
  }

  /** The rule with what no form may set as it was. */
  private static final class Edited implements Change<EarningRule> {
    private final int edition;
    private final String presetKey;

    private Edited(int edition, String presetKey) {
      this.edition = edition;
      this.presetKey = presetKey;
    }

    @Override
    public void settle(EarningRule row) {
      row.setEdition(edition);
      row.setPresetKey(presetKey);
      row.setActive(Boolean.TRUE.equals(row.getActive()));
      row.setName(FieldLimits.trimmed(row.getName()));
      row.setRates(FieldLimits.trimmed(row.getRates()));
      row.setProductIds(FieldLimits.trimmed(row.getProductIds()));
      row.setCategoryIds(FieldLimits.trimmed(row.getCategoryIds()));
      row.setTierIds(FieldLimits.trimmed(row.getTierIds()));
      row.setActiveFrom(FieldLimits.trimmed(row.getActiveFrom()));
      row.setActiveUntil(FieldLimits.trimmed(row.getActiveUntil()));
      String event = FieldLimits.trimmed(row.getEventCode());
      row.setEventCode(event == null ? null : event.toUpperCase(Locale.ROOT));
    }

    @Override
    public Map<String, String> problems(EarningRule row) {
      return RuleFields.problems(row);
    }
  }
}
