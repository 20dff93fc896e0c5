package org.postpurchase.admin.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.EarningRuleImpl;
import org.postpurchase.loyalty.EarningRuleType;
import org.postpurchase.loyalty.RuleSettings;
import org.postpurchase.shared.AuditLog;

/**
 * Saves an earning rule. Its edition, which is kept with all points that it gives, goes up with
 * each save; neither that nor its origin can be set by a form. Removing a rule leaves the points
 * alone that it gave.
 */
final class SaveRule extends SaveGrowingSettings<EarningRule> {
  private final ReadNames names;
  private final RuleTypeWords types;

  public SaveRule(AdminAccess access, AuditLog audit, ReadNames names, RuleTypeWords types) {
    super(EarningRule.class, EarningRuleImpl.class, access, audit);
    this.names = names;
    this.types = types;
  }

  @Override
  TypedNames typedNames(Entity posted, Map<String, String> before) {
    return names.takenFrom(posted, NameFields.RULE, before);
  }

  @Override
  List<String> numbers() {
    return Arrays.asList("perOrder", "perCustomer", "budgetPoints", "priority");
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
    return new Edited(1, blank(), posted);
  }

  @Override
  Change<EarningRule> changing(EarningRule row, Entity posted, EntityManager entities)
      throws StaleFormException {
    RowEdition edition = RowEdition.of(row);
    edition.advance(entities, SettingsForm.value(posted, "edition"));
    return new Edited(edition.next(), row, posted);
  }

  @Override
  Optional<String> whyNotRemove(EarningRule row, EntityManager entities) {
    return Optional.empty();
  }

  @Override
  void removing(EarningRule row, EntityManager entities) throws StaleFormException {
    RowEdition.of(row).advance(entities, Optional.empty());
  }

  /** The rule with what no form may set as it was, and with what its type asks for. */
  private final class Edited implements Change<EarningRule> {
    private final int edition;
    private final String presetKey;
    private final String typeBefore;
    private final String settingsBefore;
    private final Entity posted;

    private Edited(int edition, EarningRule before, Entity posted) {
      this.edition = edition;
      this.presetKey = before.getPresetKey();
      this.typeBefore = before.getType();
      this.settingsBefore = before.getSettings();
      this.posted = posted;
    }

    @Override
    public void settle(EarningRule row) {
      row.setEdition(edition);
      row.setPresetKey(presetKey);
      row.setActive(Boolean.TRUE.equals(row.getActive()));
      row.setName(FieldLimits.trimmed(row.getName()));
      row.setProductIds(FieldLimits.trimmed(row.getProductIds()));
      row.setCategoryIds(FieldLimits.trimmed(row.getCategoryIds()));
      row.setTierIds(FieldLimits.trimmed(row.getTierIds()));
      row.setActiveFrom(FieldLimits.trimmed(row.getActiveFrom()));
      row.setActiveUntil(FieldLimits.trimmed(row.getActiveUntil()));
      row.setSettings(settingsBefore);
      types
          .types()
          .find(row.getType())
          .ifPresent(
              type -> row.setSettings(RuleTypeFields.posted(posted, type, saved(row)).toString()));
    }

    /** Of another type, nothing is taken over. */
    private RuleSettings saved(EarningRule row) {
      return row.getType().equals(typeBefore)
          ? RuleSettings.parse(settingsBefore)
          : RuleSettings.NONE;
    }

    @Override
    public Map<String, String> problems(EarningRule row) {
      Map<String, String> problems = RuleFields.problems(row);
      Optional<EarningRuleType> type = types.types().find(row.getType());
      if (type.isPresent()) {
        RuleSettings settings = RuleSettings.parse(row.getSettings());
        problems.putAll(RuleTypeFields.problems(type.get(), settings, types));
      } else if (row.getActive() || !String.valueOf(row.getType()).equals(typeBefore)) {
        problems.put("type", types.unknown(String.valueOf(row.getType())));
      }
      return problems;
    }
  }
}
