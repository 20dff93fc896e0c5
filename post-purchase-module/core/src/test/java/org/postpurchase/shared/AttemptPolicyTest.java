package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AttemptPolicyTest {
  private final AttemptPolicy policy =
      new AttemptPolicy(8, Duration.ofSeconds(2), Duration.ofMinutes(10), new Random(7));

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 2", "2, 4", "3, 8", "8, 256", "10, 600", "31, 600", "2000000000, 600"})
  void rests_double_up_to_the_ceiling_give_or_take_a_fifth(int attempts, long seconds) {
    for (int i = 0; i < 200; i++) {
      assertThat(policy.restAfter(attempts).toMillis()).isBetween(seconds * 800, seconds * 1200);
    }
  }

  @Test
  void rests_differ_so_that_one_outage_does_not_end_in_one_wave() {
    Set<Duration> rests =
        IntStream.range(0, 100).mapToObj(i -> policy.restAfter(5)).collect(Collectors.toSet());

    assertThat(rests).hasSizeGreaterThan(90);
  }

  @Test
  void very_long_rests_do_not_overflow() {
    AttemptPolicy slow =
        new AttemptPolicy(40, Duration.ofDays(400), Duration.ofDays(4000), new Random(7));

    assertThat(slow.restAfter(40)).isBetween(Duration.ofDays(3200), Duration.ofDays(4800));
  }

  @Test
  void it_is_exhausted_after_the_given_number_of_attempts() {
    assertThat(policy.isExhausted(7)).isFalse();
    assertThat(policy.isExhausted(8)).isTrue();
    assertThat(policy.isExhausted(9)).isTrue();
  }
}
