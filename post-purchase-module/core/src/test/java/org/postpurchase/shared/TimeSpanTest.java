package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeSpanTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant BEFORE = NOON.minusMillis(1);
  private static final Instant EVENING = NOON.plusSeconds(6 * 3600);

  @Test
  void its_beginning_belongs_to_it_and_its_end_does_not() {
    TimeSpan afternoon = new TimeSpan(NOON, EVENING);

    assertThat(afternoon.contains(BEFORE)).isFalse();
    assertThat(afternoon.contains(NOON)).isTrue();
    assertThat(afternoon.contains(EVENING.minusMillis(1))).isTrue();
    assertThat(afternoon.contains(EVENING)).isFalse();
  }

  @Test
  void an_open_end_reaches_for_ever() {
    assertThat(new TimeSpan(null, NOON).contains(Instant.EPOCH)).isTrue();
    assertThat(new TimeSpan(NOON, null).contains(EVENING.plusSeconds(1L << 40))).isTrue();
    assertThat(new TimeSpan(null, null).contains(NOON)).isTrue();
  }

  @Test
  void spans_that_only_touch_have_no_moment_in_common() {
    TimeSpan morning = new TimeSpan(null, NOON);
    TimeSpan afternoon = new TimeSpan(NOON, EVENING);

    assertThat(morning.overlaps(afternoon)).isFalse();
    assertThat(afternoon.overlaps(morning)).isFalse();
    assertThat(afternoon.overlaps(new TimeSpan(BEFORE, null))).isTrue();
    assertThat(new TimeSpan(null, null).overlaps(morning)).isTrue();
  }
}
