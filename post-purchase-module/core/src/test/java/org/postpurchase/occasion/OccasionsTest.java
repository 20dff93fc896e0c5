package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OccasionsTest extends OccasionFixture {
  @Test
  void whoever_ordered_twice_and_is_silent_for_half_a_year_is_written_to_once() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    days(20);
    buy(order(2).line(21, 1));
    days(179);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Note");
    days(400);
    assertThat(world.mails.subjects()).containsExactly("Note");
  }

  @Test
  void one_order_alone_is_no_habit() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    days(400);
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void an_order_in_between_puts_it_off_and_one_a_year_is_the_most() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    buy(order(2).line(21, 1));
    days(100);
    buy(order(3).line(31, 1));
    days(170);
    assertThat(world.mails.subjects()).isEmpty();
    days(15);
    assertThat(world.mails.subjects()).hasSize(1);
    buy(order(4).line(41, 1));
    days(200);
    assertThat(world.mails.subjects()).as("the same year").hasSize(1);
  }

  @Test
  void with_a_rhythm_twice_the_usual_gap_is_long() {
    WinBackOccasion winBack =
        new WinBackOccasion(purchases(), world.orders, rows, WinBackOccasion.Habit.USUAL);
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    List<Instant> monthly = List.of(at.minus(d(90)), at.minus(d(60)), at.minus(d(30)));
    assertThat(winBack.silence(monthly, at)).isEqualTo(d(60));
    assertThat(winBack.silence(monthly.subList(1, 3), at)).isEqualTo(d(180));
    assertThat(winBack.silence(List.of(at.minus(d(3)), at.minus(d(2)), at.minus(d(1))), at))
        .as("never sooner than a month")
        .isEqualTo(d(30));
  }

  /** E4 and failure 8: the order is there, but nobody has been told of it yet. */
  @Test
  void an_order_placed_between_due_and_sent_stops_it() {
    activate(WinBackOccasion.KEY, "note");
    buy(order(1).line(11, 1));
    buy(order(2).line(21, 1));
    world.pass(Duration.ofDays(181));
    world.database.transactions.run(
        () -> world.orders.with(order(3).line(31, 1).submittedAt(world.clock.instant())));
    report.runDue();
    world.run();
    assertThat(world.mails.subjects()).isEmpty();
    assertThat(reasons()).contains("SKIP ORDERED_AGAIN");
  }

  @Test
  void a_birthday_is_told_on_its_day_once_a_year() {
    world.clock.set(Instant.parse("2027-06-01T00:00:00Z"));
    activate(YearlyOccasion.BIRTHDAY, "note");
    days.birthday(ADA, LocalDate.of(1984, 2, 29));
    days.birthday(ADA, LocalDate.of(1984, 2, 29));
    until("2028-02-28T22:00:00Z");
    assertThat(world.mails.subjects()).isEmpty();
    until("2028-02-29T20:00:00Z");
    assertThat(world.mails.subjects()).hasSize(1);
    until("2029-02-28T20:00:00Z");
    assertThat(world.mails.subjects()).hasSize(2);
    days.birthday(ADA, LocalDate.of(1984, 5, 5));
    until("2029-12-01T00:00:00Z");
    assertThat(world.mails.subjects()).as("whoever changes the day waits").hasSize(2);
  }

  @Test
  void a_shop_that_slept_greets_nobody_late() {
    world.clock.set(Instant.parse("2027-06-01T00:00:00Z"));
    activate(YearlyOccasion.BIRTHDAY, "note");
    days.birthday(ADA, LocalDate.of(1984, 7, 1));
    world.clock.set(Instant.parse("2027-07-04T12:00:00Z"));
    report.runDue();
    world.run();
    assertThat(world.mails.subjects()).isEmpty();
  }

  @Test
  void an_account_has_an_anniversary() {
    activate(YearlyOccasion.SIGN_UP, "note");
    days.signedUp(ADA, world.clock.instant());
    days(364);
    assertThat(world.mails.subjects()).isEmpty();
    days(2);
    assertThat(world.mails.subjects()).containsExactly("Note");
    days(366);
    assertThat(world.mails.subjects()).hasSize(2);
  }

  @Test
  void the_first_order_has_an_anniversary_and_the_second_none() {
    activate(YearlyOccasion.FIRST_ORDER, "note");
    buy(order(1).line(11, 1));
    days(10);
    buy(order(2).line(21, 1));
    days(360);
    assertThat(world.mails.subjects()).hasSize(1);
    days(15);
    assertThat(world.mails.subjects()).hasSize(1);
  }

  @Test
  void one_row_that_cannot_be_read_keeps_no_other_waiting() {
    world.clock.set(Instant.parse("2027-06-01T00:00:00Z"));
    activate(YearlyOccasion.BIRTHDAY, "note");
    days.birthday(ADA, LocalDate.of(1984, 7, 1));
    rows.put(
        List.of(
            DueOccasion.of(
                    YearlyOccasion.BIRTHDAY,
                    DueOccasion.Person.customer(5),
                    "",
                    Instant.parse("2027-06-02T00:00:00Z"))
                .about("no day")));
    until("2027-07-01T20:00:00Z");
    assertThat(world.mails.subjects()).hasSize(1);
  }

  @Test
  void a_shop_that_moves_to_another_zone_greets_on_the_day_as_it_is_there() {
    AtomicReference<ZoneId> zone = new AtomicReference<>(BERLIN);
    YearlyOccasion birthday = YearlyOccasion.all(zone::get).get(0);
    Instant before = Instant.parse("2027-01-15T00:00:00Z");
    DueOccasion.Person ada = DueOccasion.Person.customer(ADA);
    for (MonthDay day : List.of(MonthDay.of(6, 1), MonthDay.of(1, 1), MonthDay.of(2, 29))) {
      zone.set(BERLIN);
      DueOccasion row = birthday.row(ada, day, 0, before);
      assertThat(birthday.look(List.of(row), row.dueAt).get(0).moment).isPresent();

      zone.set(ZoneId.of("America/Los_Angeles"));
      Occasion.Outcome early = birthday.look(List.of(row), row.dueAt).get(0);
      assertThat(early.moment).as("the day before in Los Angeles").isEmpty();
      assertThat(early.next).isEqualTo(row.dueAt.plus(Duration.ofHours(9)));
      DueOccasion there = row.next(early.next);
      Occasion.Outcome told = birthday.look(List.of(there), there.dueAt).get(0);
      assertThat(told.moment.orElseThrow().key)
          .endsWith("|" + there.dueAt.atZone(BERLIN).getYear());
      assertThat(told.next).isAfter(there.dueAt.plus(Duration.ofDays(360)));

      zone.set(BERLIN);
      assertThat(birthday.look(List.of(there), there.dueAt).get(0).moment)
          .as("still the same day in Berlin")
          .isPresent();
    }
  }
}
