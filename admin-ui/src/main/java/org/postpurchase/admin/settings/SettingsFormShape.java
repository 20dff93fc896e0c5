package org.postpurchase.admin.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.web.form.component.ListGridRecord;
import org.broadleafcommerce.openadmin.web.form.entity.ComboField;
import org.broadleafcommerce.openadmin.web.form.entity.DefaultEntityFormActions;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafcommerce.openadmin.web.form.entity.FieldGroup;
import org.broadleafcommerce.openadmin.web.form.entity.Tab;
import org.broadleafcommerce.openadmin.web.service.AbstractFormBuilderExtensionHandler;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.postpurchase.broadleaf.entity.ReviewSettings;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.shared.LocaleCode;

/**
 * Shapes the host's form for our settings, at whatever address it is opened: defaults and choices,
 * no delete button where rows are shipped, the language as title, and our own text areas.
 *
 * <p>The host writes texts into its areas unescaped: each save would turn {@code &lt;} into {@code
 * <}, and a text could end the area and put markup into the admin's page.
 */
final class SettingsFormShape extends AbstractFormBuilderExtensionHandler {
  /** Names the template {@code fields/post_purchase_text.html}. */
  private static final String TEXT = "POST_PURCHASE_TEXT";

  /** Names the template {@code fields/post_purchase_choice.html}. */
  private static final String CHOICE = "POST_PURCHASE_CHOICE";

  private final ChoiceWords words;
  private final FormChoices choices;
  private final RuleTypeForm ruleTypes;

  public SettingsFormShape(ChoiceWords words, FormChoices choices) {
    this.ruleTypes = new RuleTypeForm(words.ruleTypes());
    this.words = words;
    this.choices = choices;
  }

  /** Runs for new and for existing rows; an existing row's values come afterwards. */
  @Override
  public ExtensionResultStatusType modifyUnpopulatedEntityForm(EntityForm form) {
    boolean isStep = is(form, SeriesStep.class);
    Map<String, String> defaults = isStep ? FormDefaults.step() : FormDefaults.SERIES;
    if (is(form, EarningRule.class)) {
      defaults = FormDefaults.RULE;
    } else if (is(form, LoyaltyTier.class)) {
      defaults = FormDefaults.TIER;
    } else if (is(form, LoyaltyReward.class)) {
      defaults = FormDefaults.REWARD;
    } else if (is(form, LoyaltyProgramme.class) || is(form, ReviewSettings.class)) {
      defaults = SettingsForm.NOTHING;
    } else if (!isStep && !is(form, Series.class)) {
      return ExtensionResultStatusType.NOT_HANDLED;
    }
    fields(form).forEach(words::translate);
    for (Field field : fields(form)) {
      field.setValue(defaults.get(field.getName()));
    }
    if (isStep || is(form, Series.class) || is(form, EarningRule.class)) {
      choose(form, "segmentKey", choices.segments());
    }
    if (isStep) {
      Map<String, String> templates = new LinkedHashMap<>();
      choices.templates().forEach(key -> templates.put(key, words.of("templateKey", key, key)));
      choose(form, "templateKey", templates);
    } else {
      hide(form, "edition");
    }
    if (is(form, EarningRule.class)) {
      ruleTypes.addTo(form);
    }
    return ExtensionResultStatusType.HANDLED_CONTINUE;
  }

  @Override
  public ExtensionResultStatusType modifyPopulatedEntityForm(EntityForm form, Entity entity) {
    if (is(form, EarningRule.class)) {
      ruleTypes.fill(form, entity);
    }
    if (is(form, SeriesStep.class)) {
      unless(form, "stepKind", "MESSAGE");
      unless(form, "goal", "false");
      unless(form, "off", "false");
    }
    if (is(form, SeriesStep.class) && isNumber(form.getId())) {
      long id = Long.parseLong(form.getId());
      choose(form, "conditionStep", choices.otherSteps(id));
      String edition =
          SettingsForm.value(entity, SettingsForm.SERIES_EDITION)
              .orElseGet(() -> choices.edition(id).map(String::valueOf).orElse(""));
      form.addHiddenField(new HiddenField(SettingsForm.SERIES_EDITION, edition));
    }
    return ExtensionResultStatusType.HANDLED_CONTINUE;
  }

  @Override
  public ExtensionResultStatusType modifyDetailEntityForm(EntityForm form) {
    if (!SettingsEntities.isOne(form.getEntityType())
        && !SettingsEntities.isOne(form.getCeilingEntityClassname())) {
      return ExtensionResultStatusType.NOT_HANDLED;
    }
    if (is(form, SeriesStep.class)) {
      fix(form, "series");
      fix(form, "stepKey");
    } else if (!is(form, Series.class)
        && !is(form, EarningRule.class)
        && !is(form, LoyaltyTier.class)
        && !is(form, LoyaltyReward.class)) {
      form.removeAction(DefaultEntityFormActions.DELETE);
    }
    for (Field field : fields(form)) {
      if (field.getIsLargeEntry() && !field.getReadOnly()) {
        field.setFieldType(TEXT);
      }
      if (field.getValue() != null && field.getDisplayValue() != null) {
        field.setDisplayValue(words.of(field.getName(), field.getValue(), field.getDisplayValue()));
      }
    }
    title(form);
    return ExtensionResultStatusType.HANDLED_CONTINUE;
  }

  /** Names the row as merchants know it: by its name, or by its message and language. */
  private void title(EntityForm form) {
    Field language = form.findField("localeCode");
    if (language != null && language.getValue() != null) {
      Locale locale = LocaleCode.parse(language.getValue());
      String title = locale.getDisplayName(locale);
      Field key = form.findField("templateKey");
      if (key != null && key.getValue() != null) {
        key.setDisplayValue(words.of("templateKey", key.getValue(), key.getValue()));
        title = key.getDisplayValue() + " (" + title + ")";
      }
      form.setMainEntityName(title);
    }
    Field name = form.findField("name");
    if (name != null && name.getValue() != null) {
      form.setMainEntityName(name.getValue());
    }
  }

  @Override
  public ExtensionResultStatusType modifyListGridRecord(
      String className, ListGridRecord record, Entity entity) {
    if (SettingsEntities.isOne(className)) {
      for (Field field : record.getFields()) {
        if (field.getValue() != null) {
          field.setDisplayValue(
              words.of(field.getName(), field.getValue(), field.getDisplayValue()));
        }
      }
    }
    return ExtensionResultStatusType.HANDLED_CONTINUE;
  }

  private static boolean is(EntityForm form, Class<?> entity) {
    return SettingsEntities.is(form.getEntityType(), entity)
        || SettingsEntities.is(form.getCeilingEntityClassname(), entity);
  }

  private static boolean isNumber(String id) {
    return id != null && id.matches("\\d{1,18}");
  }

  private static List<Field> fields(EntityForm form) {
    List<Field> fields = new ArrayList<>();
    for (Tab tab : form.getTabs()) {
      for (FieldGroup group : tab.getFieldGroups()) {
        fields.addAll(group.getFields());
      }
    }
    return Collections.unmodifiableList(fields);
  }

  /** Shown, but not to be changed. */
  private static void fix(EntityForm form, String name) {
    Field field = form.findField(name);
    if (field != null) {
      field.setReadOnly(true);
    }
  }

  /** What a row from before the field was there means. */
  private static void unless(EntityForm form, String name, String meant) {
    Field field = form.findField(name);
    if (field != null && (field.getValue() == null || field.getValue().isEmpty())) {
      field.setValue(meant);
    }
  }

  private static void hide(EntityForm form, String name) {
    Field field = form.findField(name);
    if (field != null) {
      field.setIsVisible(false);
    }
  }

  /** Puts a list in the place of a text field; what is stored stays choosable. */
  private static void choose(EntityForm form, String name, Map<String, String> options) {
    Tab tab = form.findTabForField(name);
    if (tab == null) {
      return;
    }
    for (FieldGroup group : tab.getFieldGroups()) {
      for (Field field : new ArrayList<>(group.getFields())) {
        if (name.equals(field.getName())) {
          group.removeField(field);
          group.addField(list(field, options));
        }
      }
    }
    form.clearFieldsMap();
  }

  private static ComboField list(Field text, Map<String, String> options) {
    Map<String, String> all = new LinkedHashMap<>(options);
    if (text.getValue() != null && !text.getValue().isEmpty()) {
      all.putIfAbsent(text.getValue(), text.getValue());
    }
    ComboField list = new ComboField();
    list.setName(text.getName());
    list.setFriendlyName(text.getFriendlyName());
    list.setFieldType(CHOICE);
    list.setOrder(text.getOrder());
    list.setRequired(text.getRequired());
    list.setTooltip(text.getTooltip());
    list.setReadOnly(text.getReadOnly());
    list.setValue(text.getValue());
    list.setDisplayValue(text.getDisplayValue());
    list.setOptions(all);
    return list;
  }
}
