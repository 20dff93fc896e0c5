package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.moment.Trigger;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.LeasedWork;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Node;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;

/**
 * Tells series what happens to all people of a country on a day: holidays and the weather. At nine
 * in the morning by the country's clock, once on each day that there is; a shop that slept through
 * the day tells nobody late, and what came before a series was switched on is not told.
 *
 * <p>One node at a time, page by page. That a country is done is marked at its end, so a node that
 * dies leaves the rest to the next one: people whom it had reached are the same happening again.
 * While no series waits, nothing is asked.
 */
public final class ReportCountries implements Upkeep {
  private static final LocalTime AT = LocalTime.of(9, 0);
  private static final Duration ASK_AGAIN = Duration.ofHours(1);

  /** Asking whether any series waits costs a few statements for each trigger. */
  private static final Duration REST = Duration.ofMinutes(15);

  private static final int LEASE_SECONDS = 60;
  private static final int PAGE = 200;

  private final Supplier<? extends Collection<? extends Trigger>> triggers;
  private final PeopleOfCountries people;
  private final DueOccasions rows;
  private final Moments moments;
  private final Transactions transactions;
  private final Node node;
  private final LeasedWork work;
  private final Map<String, Instant> restUntil = new HashMap<>();
  private Instant lookAt = Instant.EPOCH;
  private Set<String> countries = new TreeSet<>();
  private Instant countriesUntil = Instant.EPOCH;

  /**
   * @param triggers all of the shop, known once it runs; those about countries are told
   */
  public ReportCountries(
      Supplier<? extends Collection<? extends Trigger>> triggers,
      PeopleOfCountries people,
      DueOccasions rows,
      Moments moments,
      Transactions transactions,
      Node node) {
    this.triggers = requireNonNull(triggers, "triggers");
    this.people = requireNonNull(people, "people");
    this.rows = requireNonNull(rows, "rows");
    this.moments = requireNonNull(moments, "moments");
    this.transactions = requireNonNull(transactions, "transactions");
    this.node = requireNonNull(node, "node");
    work = node.leased(name(), LEASE_SECONDS);
  }

  @Override
  public String name() {
    return "countries";
  }

  /** One trigger for one country that is to be told now. */
  private static final class Due {
    final CountryTrigger trigger;
    final String country;
    final LocalDate day;
    final Instant at;

    Due(CountryTrigger trigger, String country, LocalDate day, Instant at) {
      this.trigger = trigger;
      this.country = country;
      this.day = day;
      this.at = at;
    }

    String name() {
      return trigger.key() + "/" + country;
    }
  }

  @Override
  public synchronized int runDue() {
    Instant now = node.clock.instant();
    if (now.isBefore(lookAt) && !now.isBefore(lookAt.minus(REST))) {
      return 0;
    }
    List<Due> due = due(now);
    lookAt = due.isEmpty() ? now.plus(REST) : now;
    return due.isEmpty() ? 0 : work.run(() -> due.stream().mapToInt(d -> tell(d, now)).sum());
  }

  private List<CountryTrigger> heard() {
    List<CountryTrigger> heard = new ArrayList<>();
    for (Trigger trigger : triggers.get()) {
      if (trigger instanceof CountryTrigger && moments.audience(trigger.key()).isPresent()) {
        heard.add((CountryTrigger) trigger);
      }
    }
    return heard;
  }

  private Set<String> countries(Instant now) {
    if (!now.isBefore(countriesUntil) || now.isBefore(countriesUntil.minus(ASK_AGAIN))) {
      countries = transactions.call(people::countries);
      countriesUntil = now.plus(ASK_AGAIN);
    }
    return countries;
  }

  private List<Due> due(Instant now) {
    List<Due> due = new ArrayList<>();
    List<CountryTrigger> heard = heard();
    if (heard.isEmpty()) {
      return due;
    }
    for (String country : countries(now)) {
      ZoneId zone = CountryZones.of(country, node.zone.get());
      LocalDate day = now.atZone(zone).toLocalDate();
      Optional<Instant> at = new LocalDays(zone).at(day, AT);
      for (CountryTrigger trigger : heard) {
        Instant since = moments.audience(trigger.key()).map(a -> a.first).orElse(Instant.MAX);
        boolean is = at.isPresent() && !at.get().isAfter(now) && !since.isAfter(at.get());
        Due one = is ? new Due(trigger, country, day, at.get()) : null;
        if (one != null && !now.isBefore(restUntil.getOrDefault(one.name(), Instant.EPOCH))) {
          due.add(one);
        }
      }
    }
    return due;
  }

  private int tell(Due due, Instant now) {
    restUntil.put(due.name(), now.plus(ASK_AGAIN));
    Optional<Instant> mark = transactions.call(() -> rows.mark(due.name()));
    if (mark.isPresent() && !mark.get().isBefore(due.at)) {
      return 0;
    }
    Optional<MomentValues> values = due.trigger.on(due.day, due.country);
    if (!values.isPresent()) {
      return 0;
    }
    int told = 0;
    long last = Long.MIN_VALUE;
    List<PeopleOfCountries.Resident> page;
    do {
      long after = last;
      page =
          transactions.call(
              () -> {
                List<PeopleOfCountries.Resident> some = people.after(due.country, after, PAGE);
                moments.report(moments(some, due, values.get(), now));
                return some;
              });
      told += page.size();
      last = page.isEmpty() ? last : page.get(page.size() - 1).row;
    } while (page.size() == PAGE && !Thread.currentThread().isInterrupted());
    if (!Thread.currentThread().isInterrupted()) {
      transactions.run(() -> rows.moveMark(due.name(), mark, due.at));
    }
    return told;
  }

  private static List<Moment> moments(
      List<PeopleOfCountries.Resident> residents, Due due, MomentValues values, Instant now) {
    List<Moment> all = new ArrayList<>();
    for (PeopleOfCountries.Resident each : residents) {
      try {
        Moment.Builder moment =
            each.customerId > 0
                ? Moment.ofCustomer(due.trigger.key(), each.customerId)
                : Moment.of(due.trigger.key(), EmailAddress.of(each.mailbox));
        if (each.customerId == 0 && !each.language.isEmpty()) {
          moment.reader("", LocaleCode.parse(each.language));
        }
        all.add(moment.values(values).happened(due.day + "/" + each.row, now));
      } catch (InvalidEmailAddressException nobodyToWriteTo) {
        continue;
      }
    }
    return all;
  }

  /** The next known day of any; of the weather nobody knows. */
  @Override
  public synchronized Optional<Instant> nextDueAt() {
    Instant now = node.clock.instant();
    if (!due(now).isEmpty()) {
      return Optional.of(now);
    }
    Instant next = null;
    for (CountryTrigger trigger : heard()) {
      for (String country : countries(now)) {
        ZoneId zone = CountryZones.of(country, node.zone.get());
        LocalDays days = new LocalDays(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate from =
            days.at(today, AT).filter(now::isBefore).isPresent() ? today : today.plusDays(1);
        Instant at = trigger.nextFrom(from, country).flatMap(day -> days.at(day, AT)).orElse(null);
        next = at != null && (next == null || at.isBefore(next)) ? at : next;
      }
    }
    return Optional.ofNullable(next);
  }
}
