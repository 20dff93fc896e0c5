package org.postpurchase.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Databases;

/** How long an event takes until segments know of it, while others write as fast as they can. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class PostgresMembersUnderLoadTest {
  private static final int PROBES = 60;

  /** A machine that is busy with something else has a better moment in one of these. */
  private static final int TURNS = 3;

  private static final int WRITERS = 2;
  private static final int BATCH = 50;
  private static final String TWO = "{\"field\":\"ORDERS\",\"is\":\"AT_LEAST\",\"value\":\"2\"}";

  @Test
  void a_second_order_makes_a_member_within_a_second_while_two_nodes_write() throws Exception {
    PeopleWorld world = new PeopleWorld(Databases.postgres());
    for (int i = 0; i < 5; i++) {
      world.segments.save().add("Two " + i, true, TWO, "");
    }
    List<ShopOnPaper.PaperOrder> second = new ArrayList<>();
    for (int i = 0; i < TURNS * PROBES; i++) {
      world.shop.order(1 + i, 0, "probe" + i + "@example.com", PeopleWorld.START);
      second.add(world.shop.order(1_001 + i, 0, "probe" + i + "@example.com", PeopleWorld.START));
      second.get(i).cancelled = true; // until it is placed below
    }
    for (int i = 0; i < WRITERS * 20 * BATCH; i++) {
      world.shop.order(10_000 + i, 0, "p" + i % 700 + "@example.com", PeopleWorld.START);
    }
    world.collected();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> running = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      int writer = w;
      running.add(writers.submit(() -> write(world, writer, over, written)));
    }
    List<Long> millis = List.of();
    for (int turn = 0; turn < TURNS && (turn == 0 || nearly(millis) >= 1_000); turn++) {
      millis = measured(world, second, turn * PROBES);
    }
    over.set(true);
    for (Future<?> each : running) {
      each.get(30, TimeUnit.SECONDS);
    }
    writers.shutdown();
    System.out.printf(
        "member after %d ms (median), %d ms (95 %%), %d ms (most), beside %d orders%n",
        millis.get(PROBES / 2), nearly(millis), millis.get(PROBES - 1), written.get());
    assertThat(written.get()).as("orders beside").isPositive();
    assertThat(nearly(millis)).as("milliseconds, 95 of 100: %s", millis).isLessThan(1_000);
  }

  private static long nearly(List<Long> sorted) {
    return sorted.get(PROBES * 95 / 100);
  }

  /** Milliseconds until each is known as a member, sorted. */
  private static List<Long> measured(
      PeopleWorld world, List<ShopOnPaper.PaperOrder> second, int first) {
    List<Long> millis = new ArrayList<>();
    for (int i = first; i < first + PROBES; i++) {
      PersonRef probe = PersonRef.ofMailbox("probe" + i + "@example.com");
      assertThat(world.isMember("two-0", probe)).isFalse();
      second.get(i).cancelled = false;
      long from = System.nanoTime();
      world.happened(1_001L + i);
      assertThat(world.isMember("two-0", probe)).isTrue();
      millis.add(Duration.ofNanos(System.nanoTime() - from).toMillis());
    }
    Collections.sort(millis);
    return millis;
  }

  private static void write(
      PeopleWorld world, int writer, AtomicBoolean over, AtomicInteger written) {
    for (int turn = 0; !over.get(); turn++) {
      Long[] ids = new Long[BATCH];
      for (int i = 0; i < BATCH; i++) {
        ids[i] = 10_000L + (writer * 20L + turn % 20) * BATCH + i;
      }
      world.happened(ids);
      written.addAndGet(BATCH);
    }
  }
}
