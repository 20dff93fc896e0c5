package org.postpurchase.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.WatchedDataSource;

/**
 * How many statements events take: the same for ten as for a hundred, whatever segments there are.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class PostgresPeopleInSetsTest {
  private static final int STATEMENTS_MAX = 23;
  private static final String ONE = "{\"field\":\"ORDERS\",\"is\":\"AT_LEAST\",\"value\":\"1\"}";

  @Test
  void events_of_a_hundred_orders_take_no_more_statements_than_those_of_ten() {
    CoreDatabase database = Databases.postgres();
    WatchedDataSource watched = new WatchedDataSource(database.dataSource);
    PeopleWorld world = new PeopleWorld(database.through(watched.dataSource()));
    for (int i = 0; i < 10; i++) {
      world.segments.save().add("Some " + i, true, ONE, "");
    }
    world.collected();
    int few = statements(world, watched, 1, 10);
    int many = statements(world, watched, 101, 100);
    assertThat(database.count("PP_SEGMENT_MEMBER")).isEqualTo(1_100);
    assertThat(many).isEqualTo(few).isLessThanOrEqualTo(STATEMENTS_MAX);
    int again = statements(world, watched, 101, 100);
    assertThat(again).as("nothing new costs only reads").isLessThan(many);
  }

  private static int statements(
      PeopleWorld world, WatchedDataSource watched, long first, int orders) {
    Long[] ids = LongStream.range(first, first + orders).boxed().toArray(Long[]::new);
    for (Long id : ids) {
      boolean guest = id % 2 == 0;
      if (!guest) {
        world.shop.account(id, "p" + id + "@example.com", PeopleWorld.START);
      }
      world.shop.order(
          id,
          guest ? 0 : id,
          "p" + id + "@example.com",
          PeopleWorld.START.plus(Duration.ofHours(1)));
    }
    watched.seen.clear();
    world.happened(ids);
    return watched.seen.size();
  }
}
