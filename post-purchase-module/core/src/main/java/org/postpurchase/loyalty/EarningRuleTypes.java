package org.postpurchase.loyalty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postpurchase.shared.PostPurchaseException;

/**
 * All kinds of earning rules that this shop knows: those that come with the product, then the
 * shop's own. Immutable.
 */
public final class EarningRuleTypes {
  /** Points for each unit of money that merchandise costs. */
  public static final EarningRuleType SPEND = new ForSpending();

  /** More points for some products, or for everything for a while. */
  public static final EarningRuleType MULTIPLY = new MoreForGoods();

  /** Points for the first order. */
  public static final EarningRuleType FIRST_ORDER = new ForFirstOrder();

  /** Points for something that happens outside of orders. */
  public static final EarningRuleType EVENT = new ForEvent();

  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{1,19}");

  /** Kinds of awards that are no types. */
  private static final Set<String> TAKEN =
      new HashSet<>(Arrays.asList(EarningAward.BONUS, EarningAward.QUALIFYING));

  private final Map<String, EarningRuleType> byKey = new LinkedHashMap<>();

  /**
   * The types that come with the product and these.
   *
   * @throws IllegalArgumentException when a type's key is none, is taken, or a field's name comes
   *     twice
   */
  public EarningRuleTypes(Collection<? extends EarningRuleType> others) {
    for (EarningRuleType type : Arrays.asList(SPEND, MULTIPLY, FIRST_ORDER, EVENT)) {
      add(type);
    }
    others.forEach(this::add);
  }

  /** Only those that come with the product. */
  public static EarningRuleTypes shipped() {
    return new EarningRuleTypes(Collections.emptyList());
  }

  private void add(EarningRuleType type) {
    String key = type.key();
    if (key == null || !KEY.matcher(key).matches() || TAKEN.contains(key)) {
      throw refused(
          type,
          "a key is 2 to 20 capital letters, digits and underscores, and not one of " + TAKEN);
    }
    int kinds = type instanceof EarningRuleType.OfOrder ? 1 : 0;
    kinds += type instanceof EarningRuleType.Multiplier ? 1 : 0;
    kinds += type instanceof EarningRuleType.OfEvent ? 1 : 0;
    if (kinds != 1) {
      throw refused(type, "a type implements exactly one of OfOrder, Multiplier and OfEvent");
    }
    Set<String> names = new HashSet<>();
    for (SettingField<?> field : type.fields()) {
      if (!names.add(field.name)) {
        throw refused(type, "the field '" + field.name + "' comes twice");
      }
    }
    EarningRuleType other = byKey.putIfAbsent(key, type);
    if (other != null) {
      throw refused(type, "the key is that of " + other.getClass().getName());
    }
  }

  private static IllegalArgumentException refused(EarningRuleType type, String why) {
    return new IllegalArgumentException(
        "The earning rule type '"
            + type.key()
            + "' ("
            + type.getClass().getName()
            + ") cannot be used: "
            + why
            + ".");
  }

  /** In the order in which merchants choose. */
  public List<EarningRuleType> all() {
    return Collections.unmodifiableList(new ArrayList<>(byKey.values()));
  }

  /** Empty when this shop knows no such type, such as that of a module that was taken out. */
  public Optional<EarningRuleType> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * @throws PostPurchaseException saying what to do when there is no such type
   */
  public EarningRuleType get(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new PostPurchaseException(
                    "There is no earning rule type '"
                        + key
                        + "' here: add the module that brings it, or change the type of the"
                        + " rule."));
  }
}
