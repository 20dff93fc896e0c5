package org.postpurchase.admin.segment;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.JsonText;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.segment.Condition;
import org.postpurchase.segment.Field;
import org.postpurchase.segment.FieldType;
import org.postpurchase.segment.GoodsNames;
import org.postpurchase.segment.Leaf;
import org.postpurchase.segment.Operator;
import org.postpurchase.segment.SegmentProblem;
import org.postpurchase.segment.SegmentRefusedException;
import org.postpurchase.segment.ShippedSegments;
import org.postpurchase.shared.Money;

/** Fields, comparisons, problems and values in the words of the reader. */
final class SegmentWords {
  private static final String KEY = "PostPurchase_Segment_";

  private final Words words;
  private final GoodsNames goods;

  SegmentWords(Words words, GoodsNames goods) {
    this.words = words;
    this.goods = goods;
  }

  String field(Field field, Locale locale) {
    return words.of(KEY + "Field_" + field, field.name(), locale);
  }

  String operator(Field field, Operator operator, Locale locale) {
    return words.of(
        KEY + "Is_" + field + "_" + operator,
        words.of(KEY + "Is_" + operator, operator.name(), locale),
        locale);
  }

  String problem(SegmentRefusedException refused, Locale locale) {
    List<Object> about = new ArrayList<>(refused.about);
    boolean aboutField =
        refused.problem == SegmentProblem.BAD_VALUE
            || refused.problem == SegmentProblem.BAD_CURRENCY
            || refused.problem == SegmentProblem.UNKNOWN_OPERATOR;
    if (aboutField) {
      about.set(0, field(Field.valueOf(refused.about.get(0)), locale));
    }
    return words.filled(KEY + "Problem_" + refused.problem, locale, about.toArray());
  }

  String preset(String key, Locale locale) {
    return words.of(KEY + "Preset_" + key, Words.readable(key), locale);
  }

  /** Names of shipped segments by their keys. */
  Map<String, String> presets(Collection<String> keys, Locale locale) {
    Map<String, String> names = new LinkedHashMap<>();
    keys.forEach(key -> names.put(key, preset(key, locale)));
    return names;
  }

  /** The name of the category that a shipped segment is to be about; empty when it is of none. */
  String category(String preset, String id) {
    return preset.equals(ShippedSegments.INTERESTED) && id.matches("\\d{1,18}")
        ? goods.categories().getOrDefault(Long.parseLong(id), "")
        : "";
  }

  /** Of one that is about a category, with the category's name. */
  String preset(String key, Locale locale, String category) {
    return category.isEmpty()
        ? preset(key, locale)
        : words.filled(KEY + "Preset_" + key, locale, category);
  }

  /** A line of the tree. */
  String of(Condition condition, Locale locale) {
    if (condition instanceof Leaf) {
      Leaf leaf = (Leaf) condition;
      String value = leaf.operator.hasValue() ? " " + value(leaf, locale) : "";
      return field(leaf.field, locale) + " " + operator(leaf.field, leaf.operator, locale) + value;
    }
    String kind =
        condition instanceof Condition.Negation
            ? "Not"
            : ((Condition.Group) condition).all ? "All" : "Any";
    return words.of(KEY + kind, kind, locale);
  }

  private String value(Leaf leaf, Locale locale) {
    switch (leaf.field) {
      case PRODUCT:
      case SEEN_PRODUCT:
        return goods
            .products(Collections.singleton(leaf.number()))
            .getOrDefault(leaf.number(), "#" + leaf.number());
      case CATEGORY:
      case SEEN_CATEGORY:
        return goods.categories().getOrDefault(leaf.number(), "#" + leaf.number());
      case TIER:
        return goods.tiers().getOrDefault(leaf.value, leaf.value);
      case CONSENT:
        return words.of(KEY + "Choice_" + leaf.value, leaf.value, locale);
      default:
    }
    String days = leaf.operator.isTimed() ? " " + words.of(KEY + "Days", "days", locale) : "";
    if (leaf.field.type == FieldType.MONEY) {
      return money(leaf.number(), leaf.currency, locale);
    }
    return leaf.field.type == FieldType.TEXT ? leaf.value : number(leaf.number(), locale) + days;
  }

  /** What is known of a person; in words when nothing is. */
  String fact(Leaf leaf, Object fact, boolean holds, Moments moments, Locale locale) {
    if (leaf.field.type == FieldType.GOODS) {
      boolean bought = holds == (leaf.operator == Operator.BOUGHT);
      return words.of(KEY + (bought ? "Bought" : "NotBought"), "", locale);
    }
    if (leaf.field.type == FieldType.SEEN) {
      boolean seen = holds == (leaf.operator == Operator.SEEN);
      return words.of(KEY + (seen ? "Seen" : "NotSeen"), "", locale);
    }
    if (leaf.field.type == FieldType.FLAG) {
      return words.of(KEY + (fact == null ? "No" : "Yes"), "", locale);
    }
    if (fact == null) {
      return words.of(KEY + "Unknown", "?", locale);
    }
    if (fact instanceof Instant) {
      return moments.of((Instant) fact);
    }
    if (leaf.field.type == FieldType.MONEY) {
      return money((Long) fact, leaf.currency, locale);
    }
    if (fact instanceof Long) {
      return number((Long) fact, locale);
    }
    return leaf.field == Field.TIER
        ? goods.tiers().getOrDefault(fact.toString(), fact.toString())
        : leaf.field == Field.CONSENT
            ? words.of(KEY + "Choice_" + fact, fact.toString(), locale)
            : fact.toString();
  }

  private static String money(long minor, String currency, Locale locale) {
    return Money.ofMinor(minor, Currency.getInstance(currency)).format(locale);
  }

  static String number(long number, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** What the builder needs to know, as JSON. */
  String forBuilder(String currency, Condition known, Locale locale) {
    List<Object> fields = new ArrayList<>();
    for (Field field : Field.values()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", field.name());
      each.put("label", field(field, locale));
      each.put("type", field.type.name());
      List<Object> operators = new ArrayList<>();
      for (Operator operator : field.type.operators) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", operator.name());
        one.put("label", operator(field, operator, locale));
        one.put("value", operator.hasValue());
        one.put("days", operator.isTimed());
        operators.add(one);
      }
      each.put("operators", operators);
      each.put("choices", choices(field, locale));
      fields.add(each);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("fields", fields);
    all.put("currency", currency);
    all.put("products", productsOf(known));
    Map<String, Object> texts = new LinkedHashMap<>();
    for (String text :
        Arrays.asList(
            "All",
            "Any",
            "Not",
            "AddCondition",
            "AddGroup",
            "AddNot",
            "Remove",
            "Days",
            "Currency",
            "Product",
            "Value",
            "FieldLabel",
            "OperatorLabel",
            "GroupLabel",
            "Counting",
            "People",
            "NotCounted")) {
      texts.put(text, words.of(KEY + text, text, locale));
    }
    all.put("words", texts);
    return JsonText.of(all);
  }

  private List<Object> choices(Field field, Locale locale) {
    List<Object> choices = new ArrayList<>();
    switch (field) {
      case CATEGORY:
      case SEEN_CATEGORY:
        goods.categories().forEach((id, name) -> choices.add(choice(String.valueOf(id), name)));
        break;
      case TIER:
        goods.tiers().forEach((key, name) -> choices.add(choice(key, name)));
        break;
      case CONSENT:
        for (String value : new String[] {"GRANTED", "WITHDRAWN"}) {
          choices.add(choice(value, words.of(KEY + "Choice_" + value, value, locale)));
        }
        break;
      default:
    }
    return choices;
  }

  private static Map<String, Object> choice(String value, String label) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("value", value);
    choice.put("label", label);
    return choice;
  }

  private Map<String, Object> productsOf(Condition known) {
    Set<Long> ids =
        known == null
            ? new LinkedHashSet<>()
            : known.leaves().stream()
                .filter(leaf -> leaf.field.isProduct())
                .map(Leaf::number)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, Object> names = new LinkedHashMap<>();
    goods.products(ids).forEach((id, name) -> names.put(String.valueOf(id), name));
    return names;
  }
}
