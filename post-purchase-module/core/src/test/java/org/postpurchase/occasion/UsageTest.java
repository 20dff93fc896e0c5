package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.moment.Moment;
import org.postpurchase.shared.PostPurchaseException;

/** Every 500 kilometres at 125 a week is every four weeks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UsageTest extends OccasionFixture {
  private final DueOccasion.Person ada = DueOccasion.Person.guest("ada@example.com", "Ada", "en");
  private UsageRates rates;
  private UsageOccasion usage;

  private void open() {
    usage = new UsageOccasion(this, purchases());
    rates = new UsageRates(rows, world.database.transactions, world.clock);
  }

  private List<DueOccasion> due() {
    return world.database.transactions.call(
        () -> rows.due(world.clock.instant().plus(Duration.ofDays(4_000)), null, 10));
  }

  @Test
  void comes_back_each_time_that_so_much_was_used_and_once_after_a_long_sleep() {
    open();
    Instant start = world.clock.instant();
    rates.uses(ada, 7, 500, 125, "km");
    DueOccasion row = due().get(0);
    assertThat(row.dueAt).isEqualTo(start.plus(Duration.ofDays(28)));

    Occasion.Outcome first = usage.look(List.of(row), row.dueAt).get(0);
    assertThat(first.next).isEqualTo(start.plus(Duration.ofDays(56)));
    Moment told = first.moment.orElseThrow();
    assertThat(told.values.numberOf("every")).hasValue(500);
    assertThat(usage.factsAt(told, Locale.UK, row.dueAt).get().textOf("product")).isEqualTo("Tea");

    Instant late = start.plus(Duration.ofDays(100));
    Occasion.Outcome slept = usage.look(List.of(row), late).get(0);
    assertThat(slept.moment).isPresent();
    assertThat(slept.next).isEqualTo(start.plus(Duration.ofDays(112)));
  }

  @Test
  void a_new_rate_counts_from_now_on_and_what_is_forgotten_comes_no_more() {
    open();
    rates.uses(ada, 7, 500, 125, "km");
    world.clock.advance(Duration.ofDays(20));
    rates.uses(ada, 7, 500, 500, "km");
    assertThat(due()).hasSize(1);
    assertThat(due().get(0).dueAt).isEqualTo(world.clock.instant().plus(Duration.ofDays(7)));
    rates.forget(ada, 7);
    assertThat(due()).isEmpty();
  }

  @Test
  void a_rate_that_makes_no_sense_is_refused_with_its_numbers() {
    open();
    assertThatThrownBy(() -> rates.uses(ada, 7, 0, 5, "km"))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining("Every 0");
    assertThatThrownBy(() -> rates.uses(ada, 7, 5, 500, "km")).hasMessageContaining("once a day");
    assertThatThrownBy(() -> rates.uses(ada, 7, 2_000_000, 1, "km"))
        .hasMessageContaining("five years");
    assertThatThrownBy(() -> rates.uses(ada, 7, Long.MAX_VALUE, 1, "km"))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> rates.uses(ada, 7, 500, 100, "a|b")).hasMessageContaining("a|b");
    assertThat(due()).isEmpty();
  }
}
