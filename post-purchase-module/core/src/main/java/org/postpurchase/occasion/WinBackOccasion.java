package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.BuyerSince;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.shared.LocalText;

/**
 * Somebody who ordered more than once has been silent for long: for {@link Habit#days} days, or for
 * whom a rhythm is known, twice as long as usual. Told at most once a year for one person.
 */
public final class WinBackOccasion implements OrderOccasion {
  public static final String KEY = "WIN_BACK";

  /** Orders from which on a person has a rhythm. */
  private static final int RHYTHM = 4;

  private static final Duration SHORTEST = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(730);
  private static final Duration YEAR = Duration.ofDays(365);

  private final OrderHistory history;
  private final Habit habit;

  /** When a person counts as silent. */
  public static final class Habit {
    public static final Habit USUAL = new Habit(2, 180);

    final int orders;
    final int days;

    /**
     * @param orders how many somebody must have placed, 1 or more
     * @param days of silence, while no rhythm is known
     */
    public Habit(int orders, int days) {
      this.orders = orders;
      this.days = days;
    }
  }

  public WinBackOccasion(OrderHistory history, Habit habit) {
    this.history = requireNonNull(history, "history");
    this.habit = requireNonNull(habit, "habit");
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in("Silent for long | de: Lange nicht bestellt", locale);
  }

  @Override
  public boolean endsWithOrder() {
    return false;
  }

  /** One row for each person, of the newest order among these. */
  @Override
  public List<DueOccasion> plan(List<Purchase> placed, DueOccasions rows) {
    List<DueOccasion> planned = new ArrayList<>();
    for (Purchase purchase : placed) {
      Instant at = purchase.order.submittedAt;
      boolean enough = purchase.before.size() + 1 >= habit.orders;
      Instant due = enough ? at.plus(silence(purchase.before, at)) : null;
      planned.add(
          DueOccasion.of(KEY, purchase.buyer(), "", due)
              .about(String.valueOf(at.toEpochMilli()))
              .from(purchase.order.orderId));
    }
    return planned;
  }

  /** How long the person may be silent after an order. */
  Duration silence(List<Instant> before, Instant at) {
    if (before.size() + 1 < RHYTHM) {
      return Duration.ofDays(habit.days);
    }
    List<Instant> all = new ArrayList<>(before);
    all.add(at);
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      gaps.add(Duration.between(all.get(i - 1), all.get(i)));
    }
    List<Duration> sorted = gaps.stream().sorted().collect(Collectors.toList());
    Duration twice = sorted.get(sorted.size() / 2).multipliedBy(2);
    Duration least = twice.compareTo(SHORTEST) < 0 ? SHORTEST : twice;
    return least.compareTo(LONGEST) > 0 ? LONGEST : least;
  }

  @Override
  public List<Outcome> look(List<DueOccasion> rows, Instant now) {
    List<Outcome> outcomes = new ArrayList<>();
    for (DueOccasion row : rows) {
      boolean told = row.toldAt != null && now.isBefore(row.toldAt.plus(YEAR));
      outcomes.add(told ? Outcome.silent(row, null) : Outcome.tell(row, moment(row, now), null));
    }
    return outcomes;
  }

  private static Moment moment(DueOccasion row, Instant now) {
    Instant last = Instant.ofEpochMilli(Long.parseLong(row.subject));
    long days = Duration.between(last, now).toDays();
    return YearlyOccasion.person(KEY, row.person)
        .order(row.orderId)
        .values(MomentValues.none().number("days", days).day("lastOrder", last))
        .happened(row.orderId + "|" + row.subject, now);
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.ofNullable(factsOf(Collections.singletonMap(moment, locale), now).get(moment));
  }

  /** Without those who have ordered again, which the host knows at once. */
  @Override
  public Map<Moment, MomentValues> factsOf(Map<Moment, Locale> readers, Instant now) {
    Map<Moment, BuyerSince> silent = new LinkedHashMap<>();
    for (Moment moment : readers.keySet()) {
      long last = Long.parseLong(moment.key.substring(moment.key.indexOf('|') + 1));
      silent.put(
          moment,
          new BuyerSince(
              moment.contact,
              moment.customerId.orElse(0),
              Instant.ofEpochMilli(last).plusMillis(999)));
    }
    silent.values().removeAll(history.orderedSince(new HashSet<>(silent.values())));
    Map<Moment, MomentValues> facts = new HashMap<>();
    silent.keySet().forEach(moment -> facts.put(moment, MomentValues.none()));
    return facts;
  }

  @Override
  public String reasonWhenOver() {
    return "ORDERED_AGAIN";
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none()
        .number("days", 180)
        .day("lastOrder", Instant.parse("2026-02-01T12:00:00Z"));
  }
}
