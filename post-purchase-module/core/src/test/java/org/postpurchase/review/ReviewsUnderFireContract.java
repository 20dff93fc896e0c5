package org.postpurchase.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.testkit.CoreDatabase;

/**
 * Two processes change the reviews of one product, and are killed at random. Kills: system property
 * {@code pp.review.kills} (4 in a normal build).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
abstract class ReviewsUnderFireContract {
  private static final int KILLS = Integer.getInteger("pp.review.kills", 4);

  private final List<Process> nodes = new ArrayList<>();
  private TestDatabase server;

  abstract TestDatabase fresh();

  @AfterEach
  void close() {
    nodes.forEach(Process::destroyForcibly);
    if (server != null) {
      server.close();
    }
  }

  @Test
  void counts_are_what_the_reviews_say_and_each_is_paid_once() throws Exception {
    server = fresh();
    CoreDatabase database = new CoreDatabase(server);
    ReviewWorld world = ReviewNode.shop(new ReviewWorld(database));
    for (int i = 0; i < ReviewNode.AUTHORS; i++) {
      world.arrives(100 + i);
    }
    Random random = new Random(20261129);
    int seed = 0;
    nodes.add(start(seed++));
    nodes.add(start(seed++));
    for (int kill = 0; kill < KILLS; kill++) {
      await(database, database.count("PP_REVIEW_EVENT") + 40 + random.nextInt(60));
      int victim = random.nextInt(2);
      nodes.get(victim).destroyForcibly().waitFor();
      nodes.set(victim, start(seed++));
    }
    await(database, database.count("PP_REVIEW_EVENT") + 40);
    for (Process node : nodes) {
      node.destroyForcibly().waitFor();
    }
    assertThat(world.proof().run()).as("products put right").isZero();
    assertThat(world.summary(ReviewNode.PRODUCT)).isEqualTo(world.recount(ReviewNode.PRODUCT));
    assertThat(database.count("PP_REVIEW")).isLessThanOrEqualTo(ReviewNode.AUTHORS);
    assertThat(
            database.jdbc.queryForList(
                "select REVIEW_ID from PP_REVIEW_EVENT where KIND = 'REWARDED' group by REVIEW_ID"
                    + " having count(*) > 1"))
        .as("paid twice")
        .isEmpty();
    assertThat(
            database.jdbc.queryForList(
                "select r.REVIEW_ID from PP_REVIEW r where r.TEXT_VERSION <> (select count(*) from"
                    + " PP_REVIEW_TEXT t where t.REVIEW_ID = r.REVIEW_ID)"))
        .as("versions of texts")
        .isEmpty();
  }

  private Process start(int seed) throws Exception {
    return ReviewNode.start(server.jdbcUrl(), text(server.user()), text(server.password()), seed);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static void await(CoreDatabase database, int events) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120); // two JVMs start
    while (database.count("PP_REVIEW_EVENT") < events) {
      assertThat(System.nanoTime()).as("the nodes work").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1)); // the nodes need the processor
    }
  }
}
