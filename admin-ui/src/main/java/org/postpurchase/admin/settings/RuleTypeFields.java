package org.postpurchase.admin.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.postpurchase.loyalty.EarningRuleType;
import org.postpurchase.loyalty.RuleSettings;
import org.postpurchase.loyalty.SettingField;

/** Names of the form's fields for settings of types, and what was posted in them. */
final class RuleTypeFields {
  /** A hidden field: keys of the types that look at goods. */
  static final String GOODS = "ruleTypesOfGoods";

  private static final String PREFIX = "rule_";

  private RuleTypeFields() {}

  static String name(EarningRuleType type, SettingField<?> field) {
    return PREFIX + type.key() + "_" + field.name;
  }

  static boolean isOne(String name) {
    return name.startsWith(PREFIX);
  }

  static boolean isOf(String name, EarningRuleType type) {
    return type.fields().stream().anyMatch(field -> name(type, field).equals(name));
  }

  /** What was posted for that type; where the form had no such field, what is saved. */
  static RuleSettings posted(Entity form, EarningRuleType type, RuleSettings saved) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (SettingField<?> field : type.fields()) {
      Optional<String> typed = SettingsForm.value(form, name(type, field));
      texts.put(field.name, field.stored(typed.orElseGet(() -> saved.text(field.name))));
    }
    return RuleSettings.of(texts);
  }

  /** Problems of the settings by the names of the form's fields. */
  static Map<String, String> problems(
      EarningRuleType type, RuleSettings settings, RuleTypeWords words) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (SettingField<?> field : type.fields()) {
      String typed = settings.text(field.name);
      field
          .problem(typed)
          .ifPresent(
              problem ->
                  problems.put(name(type, field), words.problem(type, field, problem, typed)));
    }
    if (problems.isEmpty()) {
      type.problems(settings)
          .forEach(
              (field, problem) ->
                  problems.put(PREFIX + type.key() + "_" + field, RuleTypeWords.own(problem)));
    }
    return problems;
  }
}
