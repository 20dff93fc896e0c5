package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of a series: what the merchant edits, and what is frozen on activation. Immutable. */
public final class SeriesDefinition {
  public final String name;

  /** Key of what it begins with; a trigger of that key may not be there any more. */
  public final String trigger;

  public final ReEntry reEntry;

  /** Of several series that one order could start, only the one with the highest priority does. */
  public final int priority;

  public final Set<ExitRule> exits;

  /** In order of position. */
  public final List<Step> steps;

  public SeriesDefinition(
      String name,
      String trigger,
      ReEntry reEntry,
      int priority,
      Set<ExitRule> exits,
      List<Step> steps) {
    this.name = requireNonNull(name, "name");
    this.trigger = requireNonNull(trigger, "trigger");
    this.reEntry = requireNonNull(reEntry, "reEntry");
    this.priority = priority;
    Set<ExitRule> copy = EnumSet.noneOf(ExitRule.class);
    copy.addAll(exits);
    this.exits = Collections.unmodifiableSet(copy);
    List<Step> ordered = new ArrayList<>(steps);
    ordered.sort(
        java.util.Comparator.<Step>comparingInt(s -> s.position).thenComparing(s -> s.key));
    this.steps = Collections.unmodifiableList(ordered);
  }

  public Optional<Step> step(String key) {
    return steps.stream().filter(s -> s.key.equals(key)).findFirst();
  }

  /** Whether any of its messages needs a basis to be sent on. */
  public boolean sendsMarketing() {
    return steps.stream().anyMatch(Step::isMarketing);
  }
}
