package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Seed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class YieldingTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void without_shoppers_upkeep_runs_at_each_poll() {
    assertThat(new Yielding().isTurn(5, 5)).isTrue();
  }

  @Test
  void after_an_order_upkeep_waits_two_seconds_and_never_longer_than_a_minute() {
    for (long start : new long[] {0, Long.MAX_VALUE - 3 * SECOND, Long.MIN_VALUE}) {
      Yielding yielding = new Yielding();
      yielding.shopper(start);
      assertThat(yielding.isTurn(start, start + 2 * SECOND - 1)).isFalse();
      assertThat(yielding.isTurn(start, start + 2 * SECOND)).isTrue();

      yielding.shopper(start + 60 * SECOND);
      assertThat(yielding.isTurn(start + SECOND, start + 60 * SECOND)).isFalse();
      assertThat(yielding.isTurn(start, start + 60 * SECOND)).isTrue();
    }
  }

  @Test
  void the_first_order_is_handled_soon_and_those_that_keep_coming_share_a_batch() {
    for (long start : new long[] {0, Long.MAX_VALUE - 3 * SECOND, Long.MIN_VALUE}) {
      Yielding yielding = new Yielding();
      assertThat(yielding.shopper(start)).isEqualTo(100);
      assertThat(yielding.shopper(start + 2 * SECOND - 1)).isEqualTo(500);
      assertThat(yielding.shopper(start + 4 * SECOND)).isEqualTo(100);
    }
  }

  @Test
  void under_any_stream_of_orders_upkeep_runs_once_a_minute_and_not_more() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      Yielding yielding = new Yielding();
      long now = random.nextLong();
      long ranAt = now;
      long began = now;
      int runs = 0;
      int perSecond = 1 + random.nextInt(20);
      while (now - began < 600 * SECOND) {
        now += SECOND / perSecond;
        yielding.shopper(now);
        if (yielding.isTurn(ranAt, now)) {
          assertThat(now - ranAt).as("seed " + seed).isLessThanOrEqualTo(61 * SECOND);
          ranAt = now;
          runs++;
        }
      }
      assertThat(runs).as("seed " + seed + " in ten minutes").isBetween(9, 10);
    }
  }
}
