package org.postpurchase.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.restraint.ChannelPace;
import org.postpurchase.restraint.ContactBudget;
import org.postpurchase.restraint.SendingLaw;
import org.postpurchase.restraint.jdbc.RestraintJdbcModule;
import org.postpurchase.retention.jdbc.RetentionJdbcModule;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesWorld;

/** Whether a person may be written to does not change when old rows go. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BudgetsAfterANightTest {
  private static final String ADA = "ada@example.com";

  private SeriesWorld world;
  private CoreDatabase database;

  @BeforeEach
  void a_buyer_got_everything_a_year_ago() {
    database = Databases.hsqldb();
    world = new SeriesWorld(database).fresh();
    database.jdbc.update("delete from PP_LEASE");
    world.activate(1, FirstPurchase.series());
    OrderFixture ordered = order(1).line(11, 1, "Dripper").line(12, 2, "Filters");
    world.submit(ordered, true);
    world.ship(1);
    world.deliver(1);
    world.pass(Duration.ofDays(40));
    assertThat(world.mails.subjects()).hasSize(5);
  }

  private DeleteOldRows job(boolean deletes, int days) {
    Map<OldRows.Kind, Integer> kept = new EnumMap<>(OldRows.Kind.class);
    for (OldRows.Kind kind : OldRows.Kind.values()) {
      kept.put(kind, days);
    }
    return new DeleteOldRows(
        RetentionJdbcModule.oldRows(database.jdbc),
        new DeleteOldRows.Plan(deletes, kept),
        new DeleteOldRows.Node(
            new JdbcLeases(database.jdbc, database.dialect, database.transactions),
            "this node",
            database.transactions,
            world.clock,
            LocalTime.of(4, 15),
            ZoneOffset.UTC));
  }

  private void night(DeleteOldRows job) {
    world.clock.advance(Duration.ofDays(1));
    job.runDue();
  }

  /**
   * Random pasts and budgets, and the fewest days that a shop can set: what may be sent to a person
   * is the same before and after a night.
   */
  @Test
  void no_contact_budget_depends_on_rows_that_a_night_deletes() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    ContactBudget budget =
        new ContactBudget(
            RestraintJdbcModule.contacts(database.jdbc, database.inserts), SendingLaw.shipped());
    for (int round = 0; round < 12; round++) {
      int hours = 1 + random.nextInt(ChannelPace.HOURS_MAX);
      hours = round % 3 == 0 ? ChannelPace.HOURS_MAX : hours;
      database.jdbc.update("delete from PP_CHANNEL_PACE");
      database.jdbc.update(
          "insert into PP_CHANNEL_PACE (CHANNEL, BUDGET_HOURS, HOURS, EDITION, CHANGED_AT)"
              + " values ('EMAIL', ?, '', 1, ?)",
          hours,
          Utc.param(world.clock.instant()));
      // Between what may be deleted and what the longest budget looks back to, and around it.
      int age =
          round % 3 == 0
              ? 30 * 1440 + 1 + random.nextInt(1440 - 2)
              : 28 * 1440 + random.nextInt(5 * 1440);
      Instant at = world.clock.instant().plus(Duration.ofDays(1));
      database.jdbc.update(
          "update PP_MESSAGE set STATE = 'SENT', FINISHED_AT = ? where PURPOSE = 'MARKETING'",
          Utc.param(at.minus(Duration.ofMinutes(age))));
      DeleteOldRows job = job(true, 30);
      Optional<Instant> before = rests(budget, at);
      night(job);
      assertThat(rests(budget, at))
          .as("seed " + seed + ", budget of " + hours + " hours")
          .isEqualTo(before);
      world.clock.advance(Duration.ofDays(-1));
    }
    database.jdbc.update("delete from PP_CHANNEL_PACE");
  }

  private Optional<Instant> rests(ContactBudget budget, Instant at) {
    return database.transactions.call(
        () -> budget.deciding(Set.of(ADA), at).rest(ADA, "EMAIL", at).map(rest -> rest.until));
  }
}
