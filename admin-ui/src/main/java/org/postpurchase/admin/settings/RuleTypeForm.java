package org.postpurchase.admin.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.web.form.entity.ComboField;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafcommerce.openadmin.web.form.entity.FieldGroup;
import org.broadleafcommerce.openadmin.web.form.entity.Tab;
import org.postpurchase.loyalty.EarningRuleType;
import org.postpurchase.loyalty.RuleSettings;
import org.postpurchase.loyalty.SettingField;
import org.postpurchase.shared.PostPurchaseException;

/**
 * Puts the settings of each type of earning rule into the host's form. Only those of the chosen
 * type are seen; choosing another one changes that in the browser, and nothing that was typed is
 * lost by it.
 */
final class RuleTypeForm {
  /** Names the template {@code fields/post_purchase_rule_type.html}. */
  private static final String TYPE = "POST_PURCHASE_RULE_TYPE";

  /** Names the template {@code fields/post_purchase_setting.html}. */
  private static final String SETTING = "POST_PURCHASE_SETTING";

  private static final String GROUP = "EarningRule_Group_Give";
  private static final int GROUP_ORDER = 200;
  private static final int FIRST = 140;

  /** Only of rules that look at goods. */
  private static final List<String> OF_GOODS =
      Arrays.asList("productIds", "categoryIds", "perOrder");

  private final RuleTypeWords words;

  RuleTypeForm(RuleTypeWords words) {
    this.words = words;
  }

  /** Adds all fields, filled as for a new rule. */
  void addTo(EntityForm form) {
    Field choice = form.findField("type");
    if (choice instanceof ComboField) {
      choice.setFieldType(TYPE);
      ((ComboField) choice).setOptions(words.labels());
    }
    form.addField(goods(), GROUP, GROUP_ORDER, null, null);
    int order = FIRST;
    for (EarningRuleType type : words.types().all()) {
      for (SettingField<?> setting : type.fields()) {
        if (form.findField(RuleTypeFields.name(type, setting)) == null) {
          form.addField(field(type, setting, order++), GROUP, GROUP_ORDER, null, null);
        }
      }
    }
    form.clearFieldsMap();
    show(form, choice == null ? null : choice.getValue());
  }

  /** Tells the page which types look at goods. */
  private Field goods() {
    Field goods =
        new HiddenField(
            RuleTypeFields.GOODS,
            words.types().all().stream()
                .filter(EarningRuleType::looksAtGoods)
                .map(EarningRuleType::key)
                .collect(Collectors.joining(" ")));
    goods.setOrder(1);
    return goods;
  }

  private Field field(EarningRuleType type, SettingField<?> setting, int order) {
    Map<String, String> choices = words.choices(type, setting);
    ComboField field = new ComboField();
    field.setOptions(new LinkedHashMap<>(choices));
    field.setName(RuleTypeFields.name(type, setting));
    field.setFieldType(SETTING);
    field.setFriendlyName(ProblemText.safe(words.label(type, setting)));
    field.setTooltip(words.help(type, setting));
    field.setHint(setting.kind.name());
    field.setRequired(setting.required);
    field.setOrder(order);
    field.setValue(setting.initial);
    return field;
  }

  /** Fills in what is saved, or what was posted and refused. */
  void fill(EntityForm form, Entity entity) {
    String chosen = SettingsForm.value(entity, "type").orElse("");
    Field choice = form.findField("type");
    if (choice instanceof ComboField) {
      Map<String, String> options = new LinkedHashMap<>(words.labels());
      options.putIfAbsent(chosen, chosen);
      ((ComboField) choice).setOptions(options);
    }
    RuleSettings saved = settings(SettingsForm.value(entity, "settings").orElse(""));
    for (EarningRuleType type : words.types().all()) {
      for (SettingField<?> setting : type.fields()) {
        String name = RuleTypeFields.name(type, setting);
        Field field = form.findField(name);
        Optional<String> posted = SettingsForm.value(entity, name);
        if (field != null && (posted.isPresent() || type.key().equals(chosen))) {
          String value = posted.orElseGet(() -> saved.text(setting.name));
          field.setValue(value);
          field.setDisplayValue(words.choices(type, setting).getOrDefault(value, value));
        }
      }
    }
    show(form, chosen);
  }

  private static RuleSettings settings(String stored) {
    try {
      return RuleSettings.parse(stored);
    } catch (PostPurchaseException unreadable) {
      return RuleSettings.NONE; // typed anew, as the form then asks
    }
  }

  private void show(EntityForm form, String chosen) {
    Optional<EarningRuleType> type = words.types().find(chosen);
    boolean goods = type.map(EarningRuleType::looksAtGoods).orElse(true);
    for (Field field : fields(form)) {
      String name = field.getName();
      if (RuleTypeFields.isOne(name)) {
        field.setIsVisible(type.isPresent() && RuleTypeFields.isOf(name, type.get()));
      } else if (OF_GOODS.contains(name)) {
        field.setIsVisible(goods);
      }
    }
  }

  private static List<Field> fields(EntityForm form) {
    List<Field> fields = new ArrayList<>();
    for (Tab tab : form.getTabs()) {
      for (FieldGroup group : tab.getFieldGroups()) {
        fields.addAll(group.getFields());
      }
    }
    return fields;
  }
}
