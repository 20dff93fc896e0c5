package org.postpurchase.loyalty;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Adds up the orders of one currency. */
final class PartTally {
  private static final int LARGEST = 5;

  int orders;
  int touched;
  long now;
  long then;
  private final ZoneId zone;
  private final TreeMap<LocalDate, long[]> byWeek = new TreeMap<>();
  private final PriorityQueue<Simulation.Largest> top =
      new PriorityQueue<>(Comparator.comparingLong(Simulation.Largest::size));

  PartTally(ZoneId zone) {
    this.zone = zone;
  }

  void add(SimulatedOrder order, long pointsNow, long pointsThen) {
    orders++;
    now = Math.addExact(now, pointsNow);
    then = Math.addExact(then, pointsThen);
    LocalDate monday =
        order
            .placedAt
            .atZone(zone)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    long[] week = byWeek.computeIfAbsent(monday, day -> new long[2]);
    week[0] += pointsNow;
    week[1] += pointsThen;
    if (pointsNow != pointsThen) {
      touched++;
      top.add(new Simulation.Largest(order, pointsNow, pointsThen));
      if (top.size() > LARGEST) {
        top.poll();
      }
    }
  }

  List<Simulation.Week> weeks() {
    List<Simulation.Week> weeks = new ArrayList<>();
    if (byWeek.isEmpty()) {
      return weeks;
    }
    LocalDate last = byWeek.lastKey();
    for (LocalDate day = byWeek.firstKey(); !day.isAfter(last); day = day.plusWeeks(1)) {
      long[] week = byWeek.getOrDefault(day, new long[2]);
      weeks.add(new Simulation.Week(day, week[0], week[1]));
    }
    return weeks;
  }

  List<Simulation.Largest> largest() {
    List<Simulation.Largest> largest = new ArrayList<>(top);
    largest.sort(Comparator.comparingLong(Simulation.Largest::size).reversed());
    return largest;
  }
}
