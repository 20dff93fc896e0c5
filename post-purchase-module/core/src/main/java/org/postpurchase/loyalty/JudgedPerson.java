package org.postpurchase.loyalty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A person with all orders, awards and refunds that are judged together. */
final class JudgedPerson {
  final KeepOrderPoints.Cause cause;
  final String person;
  List<EarningOrder> orders;
  List<EarningAward> awards;
  List<Refund> refunds = new ArrayList<>();

  private JudgedPerson(KeepOrderPoints.Cause cause, String person) {
    this.cause = cause;
    this.person = person;
  }

  /** Reads for all of them what their own order does not say. */
  static List<JudgedPerson> read(
      EarningStore store, EarningRecord record, List<KeepOrderPoints.Cause> causes) {
    List<JudgedPerson> all = new ArrayList<>();
    for (KeepOrderPoints.Cause cause : causes) {
      new TreeSet<>(cause.persons).forEach(person -> all.add(new JudgedPerson(cause, person)));
    }
    Map<String, List<EarningAward>> personal =
        store.personalAwardsOf(all.stream().map(j -> j.person).collect(Collectors.toSet()));
    Map<String, List<EarningAward>> depending = new HashMap<>();
    for (JudgedPerson each : all) {
      List<EarningAward> awards =
          personal.getOrDefault(each.person, Collections.emptyList()).stream()
              .filter(a -> !record.has(a.orderId))
              .collect(Collectors.toCollection(ArrayList::new));
      awards.addAll(record.personalAwardsOf(each.person));
      if (!awards.isEmpty()) {
        depending.put(each.person, awards);
      }
    }
    Map<String, List<EarningOrder>> others = store.ordersOf(depending.keySet());
    Set<Long> refundable = new TreeSet<>();
    for (JudgedPerson each : all) {
      each.orders =
          record.livesOf(each.cause.orderId).stream()
              .filter(o -> o.personKey.equals(each.person))
              .collect(Collectors.toCollection(ArrayList::new));
      each.awards =
          each.orders.isEmpty()
              ? new ArrayList<>()
              : new ArrayList<>(record.awardsOf(each.cause.orderId));
      List<EarningAward> dependent = depending.get(each.person);
      if (dependent != null) {
        each.awards.removeIf(EarningAward::isPersonal);
        each.awards.addAll(0, dependent);
        each.orders = record.ordersOf(each.person);
        others.getOrDefault(each.person, Collections.emptyList()).stream()
            .filter(o -> !record.has(o.orderId))
            .forEach(each.orders::add);
      }
      if (!each.awards.isEmpty()) {
        each.orders.forEach(o -> refundable.add(o.orderId));
      }
    }
    all.removeIf(each -> each.awards.isEmpty());
    Map<Long, List<Refund>> refunds =
        store.refundsOf(refundable).stream().collect(Collectors.groupingBy(r -> r.orderId));
    for (JudgedPerson each : all) {
      each.orders.stream()
          .map(o -> o.orderId)
          .distinct()
          .forEach(id -> each.refunds.addAll(refunds.getOrDefault(id, new ArrayList<>())));
    }
    return all;
  }
}
