package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.LocaleCode;

/**
 * A day that comes once a year: a birthday, the day an account was opened, the day of a first
 * order. Each is told once on its day in the shop's zone; one of 29 February on 28 February in
 * common years. The first one is in the year after.
 */
public final class YearlyOccasion implements Occasion {
  public static final String BIRTHDAY = "BIRTHDAY";
  public static final String SIGN_UP = "SIGN_UP_ANNIVERSARY";
  public static final String FIRST_ORDER = "FIRST_ORDER_ANNIVERSARY";

  private static final LocalTime AT = LocalTime.of(8, 0);

  /** Least time between two tellings, however often somebody changes the day. */
  private static final Duration APART = Duration.ofDays(330);

  private static final int NEAR = 31;

  /** From the first zone of the earth that begins a day to the last one. */
  private static final Duration ZONES_APART = Duration.ofHours(26);

  private final String key;
  private final String label;
  private final Supplier<ZoneId> zone;

  private YearlyOccasion(String key, String label, Supplier<ZoneId> zone) {
    this.key = key;
    this.label = label;
    this.zone = requireNonNull(zone, "zone");
  }

  public static List<YearlyOccasion> all(Supplier<ZoneId> zone) {
    return Arrays.asList(
        new YearlyOccasion(BIRTHDAY, "Birthday | de: Geburtstag", zone),
        new YearlyOccasion(
            SIGN_UP, "Anniversary of signing up | de: Jahrestag der Anmeldung", zone),
        new YearlyOccasion(
            FIRST_ORDER,
            "Anniversary of the first order | de: Jahrestag der ersten Bestellung",
            zone));
  }

  /**
   * The row of a person's day.
   *
   * @param year of birth, signing up or order; 0 when it is not known
   * @param after the first moment after which it may be told
   */
  public DueOccasion row(DueOccasion.Person person, MonthDay day, int year, Instant after) {
    Instant next = new LocalDays(zone.get()).nextYearly(day, AT, after);
    return DueOccasion.of(key, person, "", next).about(day + "/" + year);
  }

  /** The day on which something happened in the shop's zone. */
  public MonthDay dayOf(Instant moment) {
    return MonthDay.from(new LocalDays(zone.get()).dayOf(moment));
  }

  public int yearOf(Instant moment) {
    return new LocalDays(zone.get()).dayOf(moment).getYear();
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in(label, locale);
  }

  @Override
  public List<Outcome> look(List<DueOccasion> rows, Instant now) {
    List<Outcome> outcomes = new ArrayList<>();
    LocalDays days = new LocalDays(zone.get());
    for (DueOccasion row : rows) {
      int slash = row.subject.indexOf('/');
      MonthDay day = MonthDay.parse(row.subject.substring(0, slash));
      int since = Integer.parseInt(row.subject.substring(slash + 1));
      Instant here = days.nextYearly(day, AT, row.dueAt.minus(ZONES_APART));
      if (here.isAfter(now)) {
        outcomes.add(Outcome.silent(row, here)); // the shop has moved to a zone further west
        continue;
      }
      int year = days.dayOf(here).getYear();
      Instant next = days.nextYearly(day, AT, later(row.dueAt, now));
      boolean sameDay = days.dayOf(here).equals(days.dayOf(now));
      boolean recently = row.toldAt != null && now.isBefore(row.toldAt.plus(APART));
      boolean first = since == year && !key.equals(BIRTHDAY);
      outcomes.add(
          sameDay && !first && !recently
              ? Outcome.tell(row, moment(row, year, since, now), next)
              : Outcome.silent(row, next)); // a shop that slept greets nobody days late
    }
    return outcomes;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private Moment moment(DueOccasion row, int year, int since, Instant now) {
    MomentValues values = MomentValues.none().number("years", since == 0 ? 0 : year - since);
    return person(key, row.person).values(values).happened(row.key + "|" + year, now);
  }

  /** The beginning of a moment about a row's person. */
  static Moment.Builder person(String trigger, DueOccasion.Person person) {
    if (person.email.isEmpty()) {
      return Moment.ofCustomer(trigger, person.customerId);
    }
    Moment.Builder guest = Moment.of(trigger, EmailAddress.stored(person.email));
    if (person.customerId > 0) {
      return guest.customer(person.customerId);
    }
    return person.localeCode.isEmpty()
        ? guest
        : guest.reader(person.firstName, LocaleCode.parse(person.localeCode));
  }

  /** A month later it is not the day any more. */
  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    boolean near = now.isBefore(moment.happenedAt.plus(Duration.ofDays(NEAR)));
    return near ? Optional.of(MomentValues.none()) : Optional.empty();
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none().number("years", 2);
  }
}
