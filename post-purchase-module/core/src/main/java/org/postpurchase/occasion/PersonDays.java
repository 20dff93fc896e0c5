package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import org.postpurchase.shared.Transactions;

/**
 * For code of the store: days of a customer's year, as they become known. Saying the same again
 * changes nothing; another day takes the place of the first. Whoever was greeted is not greeted
 * again within eleven months, however often the day is changed.
 */
public final class PersonDays {
  private final List<YearlyOccasion> yearly;
  private final DueOccasions rows;
  private final Transactions transactions;
  private final Clock clock;

  public PersonDays(
      List<YearlyOccasion> yearly, DueOccasions rows, Transactions transactions, Clock clock) {
    this.yearly = requireNonNull(yearly, "yearly");
    this.rows = rows;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The customer was born on that day. */
  public void birthday(long customerId, LocalDate day) {
    put(of(YearlyOccasion.BIRTHDAY), customerId, MonthDay.from(day), day.getYear());
  }

  /** The customer's birthday is that day, of a year that is not known. */
  public void birthday(long customerId, MonthDay day) {
    put(of(YearlyOccasion.BIRTHDAY), customerId, day, 0);
  }

  /** The customer opened the account then. */
  public void signedUp(long customerId, Instant at) {
    YearlyOccasion occasion = of(YearlyOccasion.SIGN_UP);
    put(occasion, customerId, occasion.dayOf(at), occasion.yearOf(at));
  }

  private YearlyOccasion of(String key) {
    return yearly.stream().filter(o -> o.key().equals(key)).findFirst().get();
  }

  private void put(YearlyOccasion occasion, long customerId, MonthDay day, int year) {
    DueOccasion.Person person = DueOccasion.Person.customer(customerId);
    transactions.run(
        () ->
            rows.put(Collections.singletonList(occasion.row(person, day, year, clock.instant()))));
  }
}
