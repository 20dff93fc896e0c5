package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.Together;

/** What is kept of a moment, and that two nodes that report it enter one run. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class MemberMomentsContract {
  private final KnownMembers members = new KnownMembers().with(5, "ada@example.com");
  private SeriesWorld world;

  abstract CoreDatabase shared();

  @BeforeEach
  void open_the_shop() {
    world = new SeriesWorld(shared(), members).fresh();
    world.templates.with("risk", "${moment.missing} for ${moment.tier}", "Hello");
    world.activate(
        1,
        SeriesWorld.series(
            TierTrigger.AT_RISK,
            ReEntry.EACH_ORDER,
            1,
            new Step.Builder("soon")
                .at(1, "Soon")
                .delay(Anchor.DAY_AHEAD, 3, 0)
                .sends(Purpose.TRANSACTIONAL, "EMAIL", "risk")
                .build()));
  }

  private Moment moment(String key) {
    Instant now = world.clock.instant();
    return Moment.ofCustomer(TierTrigger.AT_RISK, 5)
        .day(now.plus(Duration.ofDays(10)))
        .values(
            MomentValues.none().text("tier", "Gold\\n\n=ü").number("missing", 7).day("until", now))
        .happened(key, now);
  }

  @Test
  void what_was_reported_is_kept_with_its_run() {
    Moment told = moment("m");
    world.database.transactions.run(() -> world.engine.moments().report(told));
    Enrollment run = world.onlyEnrollment();
    assertThat(run.orderId).isZero();
    assertThat(run.customerId).isEqualTo(5);

    Optional<Moment> kept = world.database.enrollments().momentOf(run);
    assertThat(kept.get()).usingRecursiveComparison().as("with all its values").isEqualTo(told);
    assertThat(world.database.enrollments().ofMoment(1, "m")).hasSize(1);
    assertThat(world.database.enrollments().ofMoment(1, "n")).isEmpty();
    assertThat(world.database.enrollments().ofMoment(2, "m")).isEmpty();
  }

  @Test
  void what_the_caller_undoes_never_happened() {
    try {
      world.database.transactions.run(
          () -> {
            assertThat(world.engine.moments().report(moment("m"))).isEqualTo(1);
            throw new IllegalStateException("the caller fails");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessageContaining("caller");
    }
    assertThat(world.database.count("PP_ENROLLMENT")).isZero();
    assertThat(world.database.count("PP_MEMBER_MOMENT")).isZero();
    world.database.transactions.run(
        () -> assertThat(world.engine.moments().report(moment("m"))).isEqualTo(1));
  }

  @Test
  void of_many_nodes_that_report_it_at_once_one_enters() throws Exception {
    for (int round = 0; round < 10; round++) {
      Moment told = moment("m" + round);
      List<Integer> entered =
          Together.run(
              4,
              node ->
                  () -> {
                    while (true) {
                      try {
                        return world.database.transactions.call(
                            () -> world.engine.moments().report(told));
                      } catch (org.springframework.dao.TransientDataAccessException again) {
                        Thread.onSpinWait(); // given up for another; a due work tries again
                      }
                    }
                  });
      assertThat(entered.stream().mapToInt(n -> n).sum()).isEqualTo(1);
      assertThat(world.database.count("PP_ENROLLMENT")).isEqualTo(round + 1);
      assertThat(world.database.count("PP_MEMBER_MOMENT")).isEqualTo(round + 1);
      assertThat(world.database.count("PP_STEP_EXECUTION")).isEqualTo(round + 1);
    }
  }
}
