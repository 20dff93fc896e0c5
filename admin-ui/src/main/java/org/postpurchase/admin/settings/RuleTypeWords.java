package org.postpurchase.admin.settings;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.loyalty.EarningRuleType;
import org.postpurchase.loyalty.EarningRuleTypes;
import org.postpurchase.loyalty.SettingField;
import org.postpurchase.shared.LocalText;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What kinds of earning rules and their fields are called in the admin's language: by a message of
 * the shop's bundles where there is one, else by the type's own words.
 */
final class RuleTypeWords {
  private static final String TYPE = "PostPurchase_Choice_RuleType_";
  private static final String FIELD = "PostPurchase_RuleType_";

  private final EarningRuleTypes types;
  private final MessageSource messages;

  public RuleTypeWords(EarningRuleTypes types, MessageSource messages) {
    this.types = types;
    this.messages = messages;
  }

  EarningRuleTypes types() {
    return types;
  }

  /** All that can be chosen, by key. */
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    types.all().forEach(type -> labels.put(type.key(), label(type)));
    return labels;
  }

  private String label(EarningRuleType type) {
    return text(TYPE + type.key(), type.label());
  }

  String label(EarningRuleType type, SettingField<?> field) {
    return text(FIELD + type.key() + "_" + field.name, field.label);
  }

  /** Empty for none. */
  String help(EarningRuleType type, SettingField<?> field) {
    return text(FIELD + type.key() + "_" + field.name + "_Help", field.help);
  }

  Map<String, String> choices(EarningRuleType type, SettingField<?> field) {
    Map<String, String> choices = new LinkedHashMap<>();
    field.choices.forEach(
        (value, words) ->
            choices.put(value, text(FIELD + type.key() + "_" + field.name + "_" + value, words)));
    return choices;
  }

  /** What is wrong with a typed text, with the text and what to type instead. */
  String problem(
      EarningRuleType type, SettingField<?> field, SettingField.Problem problem, String typed) {
    Object[] values = {
      label(type, field),
      ProblemText.safe(typed),
      number(field.min),
      number(field.max),
      String.join(", ", choices(type, field).values())
    };
    return messages.getMessage(
        "PostPurchase_Problem_Setting_" + problem, values, problem.name(), locale());
  }

  /** What is wrong with a type that this shop does not know. */
  String unknown(String type) {
    Object[] values = {ProblemText.safe(type), String.join(", ", labels().values())};
    return messages.getMessage(
        "PostPurchase_Problem_RuleType", values, "PostPurchase_Problem_Choice", locale());
  }

  /** What a type says itself about settings that do not go together. */
  static String own(String problem) {
    return ProblemText.safe(LocalText.in(problem, locale()));
  }

  private static String number(BigDecimal number) {
    return number == null ? "" : NumberFormat.getNumberInstance(locale()).format(number);
  }

  private String text(String key, String own) {
    String text = LocalText.in(own, locale());
    return messages.getMessage(key, null, text, locale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
