package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.CrashingDataSource;
import org.postpurchase.testkit.RecordingMails;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.Together;

/**
 * Two nodes decide about the same people at the same moment, and now and then one of them loses its
 * connection in the middle of a batch.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ContactBudgetRaceContract extends RestraintFixture {
  private static final int PEOPLE = 40;
  private static final Duration WINDOW = Duration.ofHours(16);

  @AfterEach
  void empty() {
    if (world != null) { // without a database nothing was made
      world.fresh();
    }
  }

  @Test
  void nobody_is_written_to_twice_in_a_window_and_nothing_is_lost() throws Exception {
    activate(1, "LOW", 10, Purpose.MARKETING, 24 * 30);
    activate(2, "HIGH", 90, Purpose.MARKETING, 24 * 30);
    for (long person = 1; person <= PEOPLE; person++) {
      join(person);
    }
    for (int round = 0; round < 3; round++) {
      for (long person = 1; person <= PEOPLE; person++) {
        happen(round == 1 ? "HIGH" : "LOW", person);
      }
    }
    long seed = Seed.drawn();
    List<SeriesNode> nodes = List.of(node(seed), node(seed + 1));
    for (int turn = 0; turn <= 12; turn++) {
      Together.run(2, i -> () -> turn(nodes.get(i)));
      world.node.sender.runDue();
      world.clock.advance(Duration.ofMinutes(186));
    }
    world.pass(Duration.ofDays(3));

    Map<String, List<Instant>> sent =
        world
            .database
            .jdbc
            .query(
                "select CONTACT, TOUCH, FINISHED_AT from PP_MESSAGE order by FINISHED_AT",
                (row, n) -> Map.entry(row.getString("CONTACT"), Utc.instant(row, "FINISHED_AT")))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    assertThat(sent).as("seed " + seed).hasSize(PEOPLE);
    sent.forEach(
        (who, times) -> {
          assertThat(times).as(who + " seed " + seed).hasSize(3);
          assertThat(times.get(0).plus(WINDOW)).as(who).isBeforeOrEqualTo(times.get(1));
          assertThat(times.get(1).plus(WINDOW)).as(who).isBeforeOrEqualTo(times.get(2));
        });
    assertThat(firstTouches()).as("the higher priority first").containsOnly("high");
  }

  private List<String> firstTouches() {
    return world.database.jdbc.queryForList(
        "select m.TOUCH from PP_MESSAGE m where not exists (select 1 from PP_MESSAGE e where"
            + " e.CONTACT = m.CONTACT and e.MESSAGE_ID < m.MESSAGE_ID)",
        String.class);
  }

  private Boolean turn(SeriesNode node) {
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        node.engine.dueSteps().runDue();
      } catch (RuntimeException died) {
        continue; // another node, or this one a moment later
      }
    }
    return true;
  }

  private SeriesNode node(long seed) {
    CoreDatabase shared = database();
    CoreDatabase own =
        shared.through(CrashingDataSource.of(shared.dataSource, new Random(seed), 150));
    return new SeriesNode(
        own,
        world.clock,
        "node " + seed,
        new SeriesNode.Around<>(
            world.orders, world, world.templates, world.offers, new RecordingMails(), 3),
        members);
  }
}
