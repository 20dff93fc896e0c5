package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SettableClock;

/** The usual time until people order a product again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReorderGapsTest {
  private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
  private final SettableClock clock = new SettableClock();
  private final Map<Long, Map<Long, List<Instant>>> bought = new HashMap<>();
  private final List<Long> asked = new ArrayList<>();
  private final ReorderGaps gaps =
      new ReorderGaps(
          product -> {
            asked.add(product);
            return bought.getOrDefault(product, Map.of());
          },
          clock);

  private void again(long product, long person, int days) {
    List<Instant> moments =
        bought
            .computeIfAbsent(product, p -> new HashMap<>())
            .computeIfAbsent(person, p -> new ArrayList<>(List.of(START)));
    moments.add(Collections.max(moments).plus(Duration.ofDays(days)));
    Collections.shuffle(moments, new Random(person));
  }

  @Test
  void twenty_nine_repeats_say_nothing_and_thirty_say_their_median() {
    for (int person = 1; person <= 29; person++) {
      again(7, person, person);
    }
    assertThat(gaps.of(Set.of(7L))).isEmpty();
    again(7, 30, 1_000);
    assertThat(gaps.of(Set.of(7L))).as("kept for a day").isEmpty();
    clock.advance(Duration.ofDays(1));
    assertThat(gaps.of(Set.of(7L))).isEqualTo(Map.of(7L, Duration.ofDays(15)));
    assertThat(asked).hasSize(2);
  }

  @Test
  void buyers_who_never_came_back_and_orders_of_the_same_day_are_no_repeats() {
    for (int person = 1; person <= 200; person++) {
      again(7, person, 0);
    }
    assertThat(gaps.of(Set.of(7L))).isEmpty();
  }

  @Test
  void half_of_all_gaps_are_as_long_or_shorter_and_half_as_long_or_longer() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      List<List<Instant>> people = new ArrayList<>();
      List<Duration> all = new ArrayList<>();
      for (int person = 0; person < 12; person++) {
        List<Instant> moments = new ArrayList<>(List.of(START));
        for (int n = random.nextInt(9); n > 0; n--) {
          Duration gap = Duration.ofHours(24 + random.nextInt(3_000));
          all.add(gap);
          moments.add(moments.get(moments.size() - 1).plus(gap));
        }
        Collections.shuffle(moments, random);
        people.add(moments);
      }
      Duration median = ReorderGaps.median(people);
      if (all.size() < ReorderGaps.REPEATS) {
        assertThat(median).as("seed %s", seed).isNull();
      } else {
        assertThat(all).as("seed %s", seed).contains(median);
        long below = all.stream().filter(gap -> gap.compareTo(median) <= 0).count();
        long above = all.stream().filter(gap -> gap.compareTo(median) >= 0).count();
        assertThat(2 * below).as("seed %s", seed).isGreaterThanOrEqualTo(all.size());
        assertThat(2 * above).as("seed %s", seed).isGreaterThanOrEqualTo(all.size());
      }
    }
  }

  @Test
  void an_order_of_a_hundred_products_asks_for_twenty() {
    Set<Long> many = new TreeSet<>(LongStream.rangeClosed(1, 100).boxed().toList());
    gaps.of(many);
    assertThat(asked).hasSize(20);
    gaps.of(many);
    assertThat(asked).as("the next ones").hasSize(40).doesNotHaveDuplicates();
  }
}
