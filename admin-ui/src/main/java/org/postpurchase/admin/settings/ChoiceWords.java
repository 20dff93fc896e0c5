package org.postpurchase.admin.settings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.broadleafcommerce.openadmin.web.form.component.ListGrid;
import org.broadleafcommerce.openadmin.web.form.entity.ComboField;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.postpurchase.messaging.Channels;
import org.postpurchase.series.Triggers;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says the choices of our forms and lists in the admin's language; the host has one for all. */
public final class ChoiceWords {
  /** What the keys call fields whose own name says too little. */
  private static final Map<String, String> KINDS = new HashMap<>();

  static {
    KINDS.put("templateKey", "template");
    KINDS.put("waitsFor", "triggerKey");
    KINDS.put("endsOn", "triggerKey");
    KINDS.put("period", "Period");
    KINDS.put("shortfallPolicy", "Shortfall");
    KINDS.put("stackingPolicy", "Stacking");
    KINDS.put("joining", "Joining");
    KINDS.put("tierBasis", "TierBasis");
    KINDS.put("tierWindow", "TierWindow");
  }

  /** Only earning rules have a field of that name. */
  private static final String RULE_TYPE = "type";

  private final MessageSource messages;
  private final Triggers triggers;
  private final RuleTypeWords ruleTypes;
  private final Channels channels;

  public ChoiceWords(
      MessageSource messages, Triggers triggers, RuleTypeWords ruleTypes, Channels channels) {
    this.channels = channels;
    this.messages = messages;
    this.triggers = triggers;
    this.ruleTypes = ruleTypes;
  }

  RuleTypeWords ruleTypes() {
    return ruleTypes;
  }

  /** The word for one choice of a field; {@code fallback} when there is none. */
  public String of(String field, String type, String fallback) {
    if (RULE_TYPE.equals(field)) {
      return ruleTypes.labels().getOrDefault(type, fallback);
    }
    return messages.getMessage(
        "PostPurchase_Choice_" + KINDS.getOrDefault(field, field) + "_" + type,
        null,
        label(field, type, fallback),
        LocaleContextHolder.getLocale());
  }

  /** Triggers and channels say themselves how they are called. */
  private String label(String field, String type, String fallback) {
    Locale locale = LocaleContextHolder.getLocale();
    switch (field) {
      case "triggerKey":
      case "waitsFor":
      case "endsOn":
        return triggers.find(type).map(t -> t.label(locale)).orElse(fallback);
      case "channel":
        return channels.find(type).map(c -> c.label(locale)).orElse(fallback);
      default:
        return fallback;
    }
  }

  /** Translates what can be chosen in a field of a form or a filter. */
  void translate(Field field) {
    if (field instanceof ComboField && RULE_TYPE.equals(field.getName())) {
      ((ComboField) field).setOptions(ruleTypes.labels());
    } else if (field instanceof ComboField) {
      Map<String, String> options = new LinkedHashMap<>();
      ((ComboField) field)
          .getOptions()
          .forEach((type, words) -> options.put(type, of(field.getName(), type, words)));
      ((ComboField) field).setOptions(options);
    }
  }

  void translateFilters(Object listGrid) {
    if (listGrid instanceof ListGrid) {
      ((ListGrid) listGrid).getHeaderFields().forEach(this::translate);
    }
  }
}
