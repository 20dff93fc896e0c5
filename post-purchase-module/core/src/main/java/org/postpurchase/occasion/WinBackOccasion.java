package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  private final Purchases purchases;
  private final OrderHistory history;
  private final DueOccasions told;
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

  /**
   * @param told of whom it was told when
   */
  public WinBackOccasion(
      Purchases purchases, OrderHistory history, DueOccasions told, Habit habit) {
    this.told = requireNonNull(told, "told");
    this.purchases = requireNonNull(purchases, "purchases");
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

  /**
   * One row for each person, of the newest order, also when an older one is told later. Of somebody
   * who has not ordered often enough there is none that is due.
   */
  @Override
  public List<DueOccasion> plan(List<Purchase> placed, DueOccasions rows) {
    Map<String, Long> newest = new HashMap<>();
    Set<String> keys = new TreeSet<>();
    placed.forEach(purchase -> keys.add(row(purchase, null).key));
    rows.find(keys).forEach(row -> newest.put(row.key, Long.valueOf(row.subject)));
    List<DueOccasion> planned = new ArrayList<>();
    for (Purchase purchase : placed) {
      List<Instant> times = purchase.placedAt();
      DueOccasion row = row(purchase, times.size() < habit.orders ? null : silentFrom(times));
      if (newest.getOrDefault(row.key, Long.MIN_VALUE) <= Long.parseLong(row.subject)) {
        planned.add(row);
      }
    }
    return planned;
  }

  /** Silence begins with the order before one that was cancelled, if there are enough of them. */
  @Override
  public void change(Collection<Long> orderIds, List<Purchase> known, DueOccasions rows) {
    Map<Long, Purchase> cancelled = new HashMap<>();
    known.stream()
        .filter(purchase -> !purchase.order.isPlaced())
        .forEach(purchase -> cancelled.put(purchase.order.orderId, purchase));
    if (cancelled.isEmpty()) {
      return;
    }
    List<DueOccasion> after = new ArrayList<>();
    for (DueOccasion row : rows.ofOrders(KEY, cancelled.keySet())) {
      List<Instant> times = cancelled.get(row.orderId).placedAt();
      after.add(row.next(times.size() < habit.orders ? null : silentFrom(times)));
    }
    rows.put(after);
  }

  private static DueOccasion row(Purchase purchase, Instant due) {
    return DueOccasion.of(KEY, purchase.buyer(), "", due)
        .about(String.valueOf(purchase.order.submittedAt.toEpochMilli()))
        .from(purchase.order.orderId);
  }

  /** When somebody who ordered at those moments counts as silent; the last one is the newest. */
  private Instant silentFrom(List<Instant> times) {
    Instant last = times.get(times.size() - 1);
    return last.plus(silence(times.subList(0, times.size() - 1), last));
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

  /** Orders may have been cancelled since: what counts is what is left of them now. */
  @Override
  public List<Outcome> look(List<DueOccasion> rows, Instant now) {
    Map<Long, Purchase> known = new HashMap<>();
    List<Long> ids = rows.stream().map(row -> row.orderId).collect(Collectors.toList());
    purchases.of(ids).forEach(purchase -> known.put(purchase.order.orderId, purchase));
    Map<String, List<DueOccasion>> told = told(rows);
    List<Outcome> outcomes = new ArrayList<>();
    for (DueOccasion row : rows) {
      Purchase anchor = known.get(row.orderId);
      List<Instant> times = anchor == null ? Collections.<Instant>emptyList() : anchor.placedAt();
      Instant again = lastTold(row, told, times).plus(YEAR);
      outcomes.add(again.isAfter(now) ? Outcome.silent(row, again) : outcome(row, times, now));
    }
    return outcomes;
  }

  /** What is known of the same mailboxes, as guests and with an account. */
  private Map<String, List<DueOccasion>> told(List<DueOccasion> looked) {
    Set<String> mailboxes = new TreeSet<>();
    looked.forEach(row -> mailboxes.add(row.person.contact));
    mailboxes.remove("");
    return mailboxes.isEmpty()
        ? Collections.emptyMap()
        : told.ofContacts(KEY, mailboxes).stream()
            .collect(Collectors.groupingBy(row -> row.person.contact));
  }

  /** When the person was last told, under whatever name; long ago for never. */
  private static Instant lastTold(
      DueOccasion row, Map<String, List<DueOccasion>> told, List<Instant> times) {
    Instant last = row.toldAt == null ? Instant.EPOCH : row.toldAt;
    for (DueOccasion other : told.getOrDefault(row.person.contact, Collections.emptyList())) {
      if (other.toldAt != null && other.toldAt.isAfter(last) && !wasVoid(other, times)) {
        last = other.toldAt;
      }
    }
    return last;
  }

  /** Nothing was sent: by then the person had ordered again under another name. */
  private static boolean wasVoid(DueOccasion told, List<Instant> times) {
    Instant silentSince = Instant.ofEpochMilli(Long.parseLong(told.subject));
    return times.stream().anyMatch(at -> at.isAfter(silentSince) && !at.isAfter(told.toldAt));
  }

  private Outcome outcome(DueOccasion row, List<Instant> times, Instant now) {
    if (times.size() < habit.orders) {
      return Outcome.silent(row, null);
    }
    Instant due = silentFrom(times);
    return due.isAfter(now)
        ? Outcome.silent(row, due)
        : Outcome.tell(row, moment(row, times.get(times.size() - 1), now), null);
  }

  private static Moment moment(DueOccasion row, Instant last, Instant now) {
    long days = Duration.between(last, now).toDays();
    return YearlyOccasion.person(KEY, row.person)
        .order(row.orderId)
        .values(MomentValues.none().number("days", days).day("lastOrder", last))
        .happened(row.orderId + "|" + last.toEpochMilli(), now);
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
