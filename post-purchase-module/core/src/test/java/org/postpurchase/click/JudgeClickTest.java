package org.postpurchase.click;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Seed;

/** People's clicks are told from machines' by time alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JudgeClickTest {
  private static final Instant SENT = Instant.parse("2026-03-01T10:00:00Z");

  private final Map<Integer, Click> kept = new TreeMap<>();

  private String follow(int link, long secondsAfterSending) {
    Instant now = SENT.plusSeconds(secondsAfterSending);
    JudgeClick.follow(link, kept.values(), SENT, now).forEach(c -> kept.put(c.link, c));
    return kept.values().stream()
        .map(c -> c.link + ":" + c.reason)
        .collect(Collectors.joining(" "));
  }

  @Test
  void one_click_of_a_reader_counts_once() {
    assertThat(follow(1, 60)).isEqualTo("1:NONE");
    assertThat(JudgeClick.follow(1, kept.values(), SENT, SENT.plusSeconds(61))).isEmpty();
  }

  @Test
  void three_different_links_in_ten_seconds_are_a_scanner_and_take_back_the_first_two() {
    follow(1, 60);
    assertThat(follow(2, 65)).isEqualTo("1:NONE 2:NONE");
    assertThat(follow(3, 70)).isEqualTo("1:BURST 2:BURST 3:BURST");
    assertThat(follow(4, 75)).isEqualTo("1:BURST 2:BURST 3:BURST 4:BURST");
  }

  @Test
  void a_reader_who_follows_three_links_in_more_time_counts_thrice() {
    follow(1, 60);
    follow(2, 65);
    assertThat(follow(3, 71)).isEqualTo("1:NONE 2:NONE 3:NONE");
  }

  @Test
  void nobody_reads_in_two_seconds_and_after_a_machine_a_reader_may_come() {
    assertThat(follow(1, 1)).isEqualTo("1:TOO_SOON");
    assertThat(follow(1, 3)).as("the same link again, by a person").isEqualTo("1:NONE");
    assertThat(kept.get(1).at).isEqualTo(SENT.plusSeconds(3));
  }

  /** What remains does not depend on how often anything was reported again within a second. */
  @Test
  void random_sequences_follow_the_rule() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      kept.clear();
      List<long[]> all = new ArrayList<>();
      int clicks = 1 + random.nextInt(6);
      for (int i = 0; i < clicks; i++) {
        all.add(new long[] {random.nextInt(40), 1 + random.nextInt(4)});
      }
      all.sort((a, b) -> Long.compare(a[0], b[0]));
      all.forEach(c -> follow((int) c[1], c[0]));
      for (Click click : kept.values()) {
        if (click.verdict() == Click.Verdict.COUNTED) {
          assertThat(click.at).as("seed %d", seed).isAfterOrEqualTo(SENT.plusSeconds(2));
          long within =
              kept.values().stream()
                  .filter(o -> !o.at.isBefore(click.at.minus(JudgeClick.BURST)))
                  .filter(o -> !o.at.isAfter(click.at))
                  .count();
          assertThat(within).as("seed %d: %s", seed, all.size()).isLessThan(3);
        }
      }
    }
  }
}
