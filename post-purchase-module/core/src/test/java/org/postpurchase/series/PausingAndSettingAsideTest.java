package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.SeriesWorld;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PausingAndSettingAsideTest {
  private SeriesWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(Databases.hsqldb()).fresh();
    world.activate(1, FirstPurchase.series());
  }

  private void buy(long id, String email) {
    world.submit(order(id).line(id * 10, 1).email(email), true);
    world.ship(id);
  }

  @Test
  void a_paused_series_waits_and_goes_on_where_it_was() {
    buy(1, "ada@example.com");
    world.status(1, SeriesStatus.PAUSED);
    world.pass(Duration.ofDays(2).plusHours(20));
    assertThat(world.mails.subjects()).containsExactly("Thanks");
    world.status(1, SeriesStatus.ACTIVE);
    world.pass(Duration.ofHours(2));

    assertThat(world.mails.subjects()).containsExactly("Thanks", "How to");
    assertThat(world.verdicts(1))
        .containsExactly("thank-you SEND DUE", "how-to DEFER SERIES_PAUSED", "how-to SEND DUE");
  }

  /** mautic 11602, 10612: what had been put off over a change of clocks was so again each hour. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-24T22:30:00Z, 2026-10-25T08:00:00Z", // Berlin sets its clocks back
    "2026-03-28T22:30:00Z, 2026-03-29T07:00:00Z" // and forward
  })
  void what_waits_over_a_change_of_clocks_is_put_off_once(Instant ordered, Instant leaves) {
    Step morning =
        FirstPurchase.marketing("how-to", 1, Anchor.SUBMITTED, 0)
            .window(LocalTime.of(9, 0), LocalTime.of(20, 0))
            .build();
    world.clock.set(ordered);
    world.activate(1, SeriesWorld.series(morning));
    world.submit(order(1).line(10, 1), true);
    world.pass(Duration.ofDays(2));

    assertThat(world.verdicts(1))
        .containsExactly("how-to DEFER OUTSIDE_SEND_WINDOW", "how-to SEND DUE");
    assertThat(
            world.database.jdbc.query(
                "select FINISHED_AT from PP_MESSAGE", (row, n) -> Utc.instant(row, "FINISHED_AT")))
        .containsExactly(leaves);
    assertThat(
            world.database.jdbc.queryForObject(
                "select max(DEFERRED) from PP_STEP_EXECUTION", Integer.class))
        .isEqualTo(1);
  }

  @Test
  void what_waited_too_long_is_not_sent_any_more() {
    buy(1, "ada@example.com");
    world.status(1, SeriesStatus.PAUSED);
    world.pass(Duration.ofDays(4));
    assertThat(world.verdicts(1)).contains("how-to SKIP STALE");
  }

  @Test
  void a_series_that_is_switched_off_or_deleted_lets_everybody_go() {
    buy(1, "ada@example.com");
    buy(2, "bob@example.com");
    world.status(1, SeriesStatus.DRAFT);
    world.pass(Duration.ofDays(3));
    assertThat(world.verdicts(1)).contains("reward-code EXIT SERIES_SWITCHED_OFF");
    world.delete(1);
    assertThat(world.verdicts(2)).contains("reward-code EXIT SERIES_SWITCHED_OFF");
  }

  @Test
  void an_order_that_the_host_purged_is_set_aside_by_name_and_stops_nothing_else() {
    buy(1, "ada@example.com");
    buy(2, "bob@example.com");
    world.orders.forget(1);
    world.pass(Duration.ofDays(2));

    StepExecution parked =
        world.database.executions().find(runOf("ada@example.com"), "how-to").orElseThrow();
    assertThat(parked.state).isEqualTo(ExecutionState.PARKED);
    assertThat(parked.reason).isEqualTo("Order 1 no longer exists in the shop.");
    assertThat(world.verdicts(1)).endsWith("how-to SKIP ORDER_GONE");
    assertThat(world.verdicts(2)).endsWith("how-to SEND DUE");
  }

  @Test
  void an_offer_that_is_over_sets_its_step_aside_until_a_person_has_mended_it() {
    buy(1, "ada@example.com");
    buy(2, "bob@example.com");
    world.offers.running = false;
    world.pass(Duration.ofDays(28));

    long run = runOf("ada@example.com");
    StepExecution parked = world.database.executions().find(run, "reward-code").orElseThrow();
    assertThat(parked.state).isEqualTo(ExecutionState.PARKED);
    assertThat(parked.reason).contains("offer 500").contains("Choose another offer");
    assertThat(world.database.executions().countParked()).isEqualTo(2);

    world.offers.running = true;
    assertThat(world.database.executions().unpark(parked.id, world.clock.instant())).isTrue();
    world.run();
    assertThat(world.verdicts(1)).endsWith("reward-code SEND DUE");
    assertThat(world.database.executions().countParked()).isEqualTo(1);
  }

  @Test
  void a_step_waits_for_its_hours() {
    Step daytime =
        FirstPurchase.marketing("how-to", 2, Anchor.SHIPPED, 2)
            .window(LocalTime.of(9, 0), LocalTime.of(11, 0))
            .build();
    world.activate(1, SeriesWorld.series(FirstPurchase.thankYou(), daytime));
    world.clock.advance(Duration.ofHours(5)); // 15:00 UTC, 16:00 in the shop
    buy(1, "ada@example.com");
    world.pass(Duration.ofDays(2));
    assertThat(world.mails.subjects()).containsExactly("Thanks");
    world.pass(Duration.ofHours(17).minusSeconds(1));
    assertThat(world.mails.subjects()).containsExactly("Thanks");
    world.pass(Duration.ofSeconds(1));
    assertThat(world.mails.subjects()).containsExactly("Thanks", "How to");
    assertThat(world.verdicts(1)).contains("how-to DEFER OUTSIDE_SEND_WINDOW");
  }

  @Test
  void a_text_that_cannot_be_composed_fails_alone_and_goes_out_corrected_on_a_persons_word() {
    world.templates.with("how-to", "How to", "${nonsense.here}");
    world.activate(1, FirstPurchase.series());
    buy(1, "ada@example.com");
    buy(2, "bob@example.com");
    world.pass(Duration.ofDays(2));

    List<org.postpurchase.messaging.Message> failed =
        world.database.messages().list(MessageState.FAILED, 9, 0);
    assertThat(failed).hasSize(2);
    assertThat(failed.get(0).reason).contains("how-to").contains("$nonsense");

    world.templates.with("how-to", "How to, corrected", "x");
    world.database.transactions.run(
        () -> world.database.messages().sendAgain(failed.get(0).id, world.clock.instant()));
    world.pass(Duration.ofDays(1).plusHours(3)); // late, but a person wants it
    assertThat(world.mails.subjects()).contains("How to, corrected");
  }

  private long runOf(String contact) {
    return world.database.enrollments().list(null, contact, 1, 0).get(0).id;
  }
}
