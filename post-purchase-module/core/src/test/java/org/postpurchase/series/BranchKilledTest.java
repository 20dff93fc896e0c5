package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.CrashingDataSource;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;

/**
 * E2: nodes die while branches are chosen, and the answer changes before another one goes on. Each
 * run takes one way, and what hangs on the other one is never sent.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BranchKilledTest {
  private static final int PEOPLE = 40;
  private static final int FEW = 4;

  private final SeriesWorld world = new SeriesWorld(Databases.hsqldb()).fresh();
  private final long seed = Seed.drawn();
  private final Random random = new Random(seed);

  @Test
  void a_branch_is_taken_once_wherever_a_node_dies_and_whatever_the_answer_is_afterwards() {
    world.templates.with("note", "Note", "Hello");
    Step branch =
        new Step.Builder("way")
            .at(1, "Way")
            .delay(Anchor.SUBMITTED, 1, 0)
            .kind(StepKind.BRANCH)
            .only(new OrderFilter.Builder().countries("FR").build())
            .build();
    world.activate(
        1,
        new SeriesDefinition(
            "Ways",
            OrderTriggers.ANY_ORDER,
            ReEntry.EACH_ORDER,
            1,
            EnumSet.noneOf(ExitRule.class),
            List.of(
                branch,
                on("yes", ConditionType.BRANCH_YES, 2),
                on("no", ConditionType.BRANCH_NO, 3))));
    int died = 0;
    for (int last = FEW; last <= PEOPLE; last += FEW) { // many passes, so that nodes surely die
      for (int id = last - FEW + 1; id <= last; id++) {
        world.submit(buyer(id), false);
      }
      world.clock.advance(Duration.ofDays(1));
      for (int turn = 0; turn < 40 && chosen() + parked() < last; turn++) {
        died += choose() ? 0 : 1;
        for (int id = 1; id <= last; id++) {
          world.orders.with(buyer(id));
        }
        world.clock.advance(Duration.ofMinutes(2));
      }
    }
    world.run();
    assertThat(died).as("nodes that died, seed %s", seed).isPositive();
    world.pass(Duration.ofDays(21));
    world.run();
    List<String> sent =
        world.database.decisions().list(Verdict.SEND, "", 500, 0).stream()
            .map(decision -> decision.contact)
            .toList();
    assertThat(sent).as("one way each, seed %s", seed).hasSize(chosen()).doesNotHaveDuplicates();
    assertThat(chosen() + parked()).as("nobody is lost, seed %s", seed).isEqualTo(PEOPLE);
    assertThat(chosen()).as("seed %s", seed).isGreaterThan(PEOPLE / 2);
    assertThat(
            world.database.jdbc.queryForList(
                "select ENROLLMENT_ID from PP_TOUCH_DECISION where STEP_KEY = 'way'"
                    + " and REASON_CODE <> 'PARKED'",
                Long.class))
        .as("one choice each, seed %s", seed)
        .hasSize(chosen())
        .doesNotHaveDuplicates();
  }

  /** One turn of a node of its own; false when it has died. */
  private boolean choose() {
    CoreDatabase dying =
        world.database.through(
            CrashingDataSource.of(world.database.dataSource, random, random.nextInt(40) + 3));
    int before = chosen();
    try {
      new SeriesNode(
              dying,
              world.clock,
              "node " + random.nextInt(),
              new SeriesNode.Around<>(
                  world.orders, world, world.templates, world.offers, world.mails, 3),
              new KnownMembers())
          .engine
          .dueSteps()
          .runDue();
    } catch (RuntimeException died) {
      return false;
    }
    return chosen() > before;
  }

  private int chosen() {
    return world.database.jdbc.queryForObject(
        "select count(*) from PP_STEP_EXECUTION where STEP_KEY = 'way' and STATE = 'DONE'",
        Integer.class);
  }

  /** Set aside for a person after too many losses in a row. */
  private int parked() {
    return world.database.jdbc.queryForObject(
        "select count(*) from PP_STEP_EXECUTION where STEP_KEY = 'way' and STATE = 'PARKED'",
        Integer.class);
  }

  private OrderFixture buyer(int id) {
    return order(id)
        .line(id * 10L, 1)
        .email("p" + id + "@example.com")
        .to(random.nextBoolean() ? "FR" : "DE");
  }

  private static Step on(String key, ConditionType way, int position) {
    return new Step.Builder(key)
        .at(position, key)
        .delay(Anchor.BRANCH, 20, 0)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", "note")
        .onlyIf(way, "way")
        .build();
  }
}
