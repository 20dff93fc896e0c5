package org.postpurchase.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.segment.Segment;
import org.postpurchase.testkit.CoreDatabase;

/**
 * Nodes die while they collect facts, build segments and follow orders; another one goes on: the
 * proof is clean and each segment has exactly those who belong to it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
abstract class PeopleKilledContract {
  private TestDatabase server;
  private CoreDatabase database;
  private PeopleWorld world;

  abstract TestDatabase fresh();

  @BeforeEach
  void open() {
    server = fresh();
    database = new CoreDatabase(server);
    world = new PeopleWorld(database);
    for (int orders = 1; orders <= 2; orders++) {
      String text = "{\"field\":\"ORDERS\",\"is\":\"AT_LEAST\",\"value\":\"" + orders + "\"}";
      world.segments.save().add("From " + orders, true, text, "");
    }
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void facts_and_segments_are_right_wherever_a_node_dies() throws Exception {
    kill(PeopleNode.Work.COLLECT, "after insert into PP_PERSON_BUY");
    kill(PeopleNode.Work.COLLECT, "committed update PP_PERSON set CUSTOMER_ID");
    kill(PeopleNode.Work.COLLECT, "after insert into PP_SEGMENT_MEMBER");
    database.leasesRunOut();
    PeopleNode.work(world, PeopleNode.Work.COLLECT);
    check(PeopleNode.ORDERS, 0);

    kill(PeopleNode.Work.EVENTS, "after insert into PP_PERSON_BUY");
    kill(PeopleNode.Work.EVENTS, "after insert into PP_SEGMENT_MEMBER");
    check(PeopleNode.ORDERS, 0);
    PeopleNode.work(world, PeopleNode.Work.EVENTS);
    check(PeopleNode.ORDERS, PeopleNode.ORDERS / 2);
  }

  private void kill(PeopleNode.Work work, String point) throws Exception {
    database.leasesRunOut();
    List<String> arguments = new ArrayList<>();
    arguments.add(server.jdbcUrl());
    arguments.add(server.user() == null ? "" : server.user());
    arguments.add(server.password() == null ? "" : server.password());
    arguments.add(work.name());
    arguments.add(point);
    Process node = PeopleNode.start(arguments);
    assertThat(node.waitFor(180, TimeUnit.SECONDS)).as(point).isTrue();
    assertThat(node.exitValue()).as(work + ": " + point).isEqualTo(137);
  }

  private void check(int one, int two) {
    List<Long> all = database.transactions.call(() -> world.people.store().after(0, 1_000));
    assertThat(all).hasSize(PeopleNode.ORDERS);
    assertThat(
            database.transactions.call(
                () -> world.people.proof().prove(new TreeSet<>(all), world.clock.instant())))
        .as("people with wrong facts")
        .isZero();
    int[] sizes = {one, two};
    for (Segment segment : world.segments.store().all()) {
      int expected = sizes[segment.key.equals("from-1") ? 0 : 1];
      assertThat(world.segments.store().size(segment)).as(segment.key).isEqualTo(expected);
      assertThat(world.segments.store().count(segment.condition(), world.clock.instant()))
          .as(segment.key)
          .isEqualTo(expected);
    }
  }
}
