package org.postpurchase.testkit;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.postpurchase.portable.PortableNode;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.ExitRule;
import org.postpurchase.series.OrderFilter;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.Step;
import org.postpurchase.series.StepKind;
import org.postpurchase.series.Waiting;
import org.postpurchase.shared.Purpose;

/** A series of an exported file as the engine runs it. Rewards need a shop and are left out. */
final class RehearsedSeries {
  private RehearsedSeries() {}

  static SeriesDefinition of(PortableNode node) {
    Set<ExitRule> exits = EnumSet.noneOf(ExitRule.class);
    exit(exits, node, "exitOrderedAgain", ExitRule.ORDERED_AGAIN);
    exit(exits, node, "exitOrderCancelled", ExitRule.ORDER_CANCELLED);
    exit(exits, node, "exitAllReturned", ExitRule.ALL_RETURNED);
    exit(exits, node, "exitOptedOut", ExitRule.OPTED_OUT);
    List<Step> steps = new ArrayList<>();
    for (PortableNode step : node.field("steps").items) {
      steps.add(step(step, steps.size() + 1));
    }
    return new SeriesDefinition(
            node.textOf("name"),
            node.textOf("trigger"),
            ReEntry.valueOf(node.textOf("reEntry")),
            number(node, "priority"),
            exits,
            steps)
        .only(filter(node))
        .every(number(node, "periodDays"))
        .endsOn(node.textOf("endsOn"))
        .segment(node.textOf("segment"));
  }

  private static void exit(Set<ExitRule> exits, PortableNode node, String name, ExitRule rule) {
    if (node.textOf(name).equals("true")) {
      exits.add(rule);
    }
  }

  private static OrderFilter filter(PortableNode node) {
    return new OrderFilter.Builder()
        .goods(node.textOf("productIds"), node.textOf("categoryIds"))
        .amounts(node.textOf("amounts"))
        .countries(node.textOf("countries"))
        .number(number(node, "orderNumber"))
        .build();
  }

  private static Step step(PortableNode node, int position) {
    String kind = node.textOf("kind");
    return new Step.Builder(node.textOf("key"))
        .at(position, node.textOf("name"))
        .kind(kind.isEmpty() ? StepKind.MESSAGE : StepKind.valueOf(kind))
        .segment(node.textOf("segment"))
        .off(node.textOf("switchedOff").equals("true"))
        .awaits(
            new Waiting(
                node.textOf("waitsFor"),
                number(node, "waitDays"),
                node.textOf("goal").equals("true")))
        .only(filter(node))
        .delay(
            Anchor.valueOf(node.textOf("anchor")),
            number(node, "delayDays"),
            number(node, "delayHours"))
        .fallback(number(node, "fallbackDays"), number(node, "fallbackDaysAbroad"))
        .window(time(node, "windowFrom"), time(node, "windowTo"))
        .validHours(number(node, "validHours"))
        .sends(
            Purpose.valueOf(node.textOf("purpose")),
            node.textOf("channel"),
            node.textOf("template"))
        .aboutProducts(node.textOf("aboutProducts").equals("true"))
        .onlyIf(ConditionType.valueOf(node.textOf("condition")), node.textOf("conditionStep"))
        .build();
  }

  private static LocalTime time(PortableNode node, String name) {
    return node.textOf(name).isEmpty() ? null : LocalTime.parse(node.textOf(name));
  }

  private static int number(PortableNode node, String name) {
    return node.textOf(name).isEmpty() ? 0 : Integer.parseInt(node.textOf(name));
  }
}
