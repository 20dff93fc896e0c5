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

  /** Which orders it is for. */
  public final OrderFilter entry;

  /** Key of the segment whose people it is for; empty for everybody. */
  public final String segment;

  /** Days that must lie between two entries of {@link ReEntry#EACH_PERIOD}; 0 for others. */
  public final int periodDays;

  /** Key of a trigger that ends it for whoever it happens to; empty for none. */
  public final String endsOn;

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
    this.entry = OrderFilter.ANY;
    this.segment = "";
    this.periodDays = 0;
    this.endsOn = "";
    Set<ExitRule> copy = EnumSet.noneOf(ExitRule.class);
    copy.addAll(exits);
    this.exits = Collections.unmodifiableSet(copy);
    List<Step> ordered = new ArrayList<>(steps);
    ordered.sort(
        java.util.Comparator.<Step>comparingInt(s -> s.position).thenComparing(s -> s.key));
    this.steps = Collections.unmodifiableList(ordered);
  }

  private SeriesDefinition(SeriesDefinition same, Limits limits) {
    name = same.name;
    trigger = same.trigger;
    reEntry = same.reEntry;
    priority = same.priority;
    exits = same.exits;
    steps = same.steps;
    entry = limits.entry;
    segment = limits.segment;
    periodDays = limits.periodDays;
    endsOn = limits.endsOn;
  }

  /** Which orders a series is for, how often, and what ends it. */
  private static final class Limits {
    final OrderFilter entry;
    final String segment;
    final int periodDays;
    final String endsOn;

    Limits(OrderFilter entry, String segment, int periodDays, String endsOn) {
      this.entry = requireNonNull(entry, "entry");
      this.segment = requireNonNull(segment, "segment");
      this.periodDays = periodDays;
      this.endsOn = requireNonNull(endsOn, "endsOn");
    }
  }

  /** The same for some orders only. */
  public SeriesDefinition only(OrderFilter newEntry) {
    return with(new Limits(newEntry, segment, periodDays, endsOn));
  }

  /** The same for the people of a segment only; empty for everybody. */
  public SeriesDefinition segment(String newSegment) {
    return with(new Limits(entry, newSegment, periodDays, endsOn));
  }

  /** The same with so many days between two entries. */
  public SeriesDefinition every(int days) {
    return with(new Limits(entry, segment, days, endsOn));
  }

  /** The same, ended by what that trigger stands for. */
  public SeriesDefinition endsOn(String newTrigger) {
    return with(new Limits(entry, segment, periodDays, newTrigger));
  }

  private SeriesDefinition with(Limits limits) {
    return new SeriesDefinition(this, limits);
  }

  public Optional<Step> step(String key) {
    return steps.stream().filter(s -> s.key.equals(key)).findFirst();
  }

  /** Whether any of its messages needs a basis to be sent on. */
  public boolean sendsMarketing() {
    return steps.stream().anyMatch(step -> step.isMarketing() && !step.isBranch() && !step.off);
  }
}
