package org.postpurchase.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.moment.Trigger;
import org.postpurchase.order.OrderFact;

/**
 * All triggers of the shop, in the order in which merchants see them. What can be chosen, checked
 * and shown in the admin follows from here. Thread-safe; never changes.
 */
public final class Triggers {
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");

  private final Supplier<? extends Collection<? extends Trigger>> source;
  private volatile Map<String, Trigger> known;

  /**
   * @throws IllegalArgumentException for a key that cannot be stored, or that two of them have
   */
  public Triggers(Collection<? extends Trigger> all) {
    this(() -> all);
    byKey();
  }

  /**
   * Asks for them when they are first needed, since a trigger may itself need what is made with
   * this registry. What the other constructor throws is then thrown by the first method called.
   */
  public Triggers(Supplier<? extends Collection<? extends Trigger>> source) {
    this.source = source;
  }

  private Map<String, Trigger> byKey() {
    Map<String, Trigger> all = known;
    if (all == null) {
      all = checked(source.get());
      known = all;
    }
    return all;
  }

  private static Map<String, Trigger> checked(Collection<? extends Trigger> all) {
    Map<String, Trigger> byKey = new LinkedHashMap<>();
    for (Trigger trigger : all) {
      String key = trigger.key();
      if (key == null || !KEY.matcher(key).matches()) {
        throw new IllegalArgumentException(
            "The key '"
                + key
                + "' of the trigger "
                + trigger.getClass().getName()
                + " must be 1 to 30 capitals, digits and underscores, beginning with a capital.");
      }
      Trigger other = byKey.put(key, trigger);
      if (other != null) {
        throw new IllegalArgumentException(
            "Two triggers have the key '"
                + key
                + "': "
                + other.getClass().getName()
                + " and "
                + trigger.getClass().getName()
                + ". Rename or remove one.");
      }
    }
    return byKey;
  }

  public Collection<Trigger> all() {
    return Collections.unmodifiableCollection(byKey().values());
  }

  /** Empty when no trigger of that key is registered any more. */
  public Optional<Trigger> find(String key) {
    return Optional.ofNullable(byKey().get(key));
  }

  Optional<OrderTrigger> ofOrder(String key) {
    return find(key).filter(OrderTrigger.class::isInstance).map(OrderTrigger.class::cast);
  }

  Optional<PersonTrigger> ofPerson(String key) {
    return find(key).filter(PersonTrigger.class::isInstance).map(PersonTrigger.class::cast);
  }

  /** Facts that may pull any trigger. */
  Set<OrderFact> facts() {
    Set<OrderFact> facts = EnumSet.noneOf(OrderFact.class);
    for (Trigger trigger : byKey().values()) {
      if (trigger instanceof OrderTrigger) {
        facts.addAll(((OrderTrigger) trigger).facts());
      }
    }
    return facts;
  }

  /** Moments from which the delay of a step can count after such a beginning. */
  public static Set<Anchor> anchors(Trigger trigger) {
    if (!(trigger instanceof PersonTrigger)) {
      return EnumSet.of(
          Anchor.SUBMITTED, Anchor.SHIPPED, Anchor.DELIVERED, Anchor.MOMENT, Anchor.BRANCH);
    }
    Set<Anchor> anchors = EnumSet.of(Anchor.MOMENT, Anchor.BRANCH);
    if (((PersonTrigger) trigger).countsFromHappening()) {
      anchors.add(Anchor.HAPPENED);
    }
    if (((PersonTrigger) trigger).hasDay()) {
      anchors.add(Anchor.DAY_AHEAD);
    }
    return anchors;
  }

  /** Made-up values of every kind of moment, for trying texts on before it is known which. */
  public MomentValues examples(Locale locale) {
    MomentValues all = MomentValues.none();
    for (PersonTrigger trigger : persons()) {
      all = all.and(trigger.example(locale));
    }
    return all;
  }

  MomentValues example(String key, Locale locale) {
    return ofPerson(key).map(trigger -> trigger.example(locale)).orElseGet(MomentValues::none);
  }

  private List<PersonTrigger> persons() {
    return byKey().values().stream()
        .filter(PersonTrigger.class::isInstance)
        .map(PersonTrigger.class::cast)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
