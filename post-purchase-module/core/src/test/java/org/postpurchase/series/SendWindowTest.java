package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SendWindowTest {

  @ParameterizedTest(name = "{0}-{1} in {2}: {3} → {4}")
  @CsvSource({
    // inside, before, at the end (exclusive) and after
    "09:00, 20:00, Europe/Berlin, 2026-07-01T10:00:00Z, 2026-07-01T10:00:00Z",
    "09:00, 20:00, Europe/Berlin, 2026-07-01T05:00:00Z, 2026-07-01T07:00:00Z",
    "09:00, 20:00, Europe/Berlin, 2026-07-01T18:00:00Z, 2026-07-02T07:00:00Z",
    "09:00, 20:00, Europe/Berlin, 2026-07-01T21:30:00Z, 2026-07-02T07:00:00Z",
    // over midnight
    "22:00, 06:00, UTC, 2026-07-01T23:00:00Z, 2026-07-01T23:00:00Z",
    "22:00, 06:00, UTC, 2026-07-01T05:59:59Z, 2026-07-01T05:59:59Z",
    "22:00, 06:00, UTC, 2026-07-01T12:00:00Z, 2026-07-01T22:00:00Z",
    // the whole day
    "08:00, 08:00, UTC, 2026-07-01T03:00:00Z, 2026-07-01T03:00:00Z",
    // 02:30 does not exist on the day clocks go forward in Berlin: 03:30 it is
    "02:30, 04:00, Europe/Berlin, 2026-03-29T00:30:00Z, 2026-03-29T01:30:00Z",
    // 02:30 comes twice on the day clocks go back: the first one counts
    "02:30, 04:00, Europe/Berlin, 2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z",
    // a half-hour shift, a quarter-hour zone and no shift at all
    "09:00, 17:00, Australia/Lord_Howe, 2026-04-04T14:00:00Z, 2026-04-04T22:30:00Z",
    "09:00, 17:00, Pacific/Chatham, 2026-06-30T20:00:00Z, 2026-06-30T20:15:00Z",
    "09:00, 17:00, America/Phoenix, 2026-03-08T10:00:00Z, 2026-03-08T16:00:00Z"
  })
  void the_next_moment_at_which_it_may_be_sent(
      LocalTime from, LocalTime to, ZoneId zone, Instant moment, Instant expected) {
    assertThat(new SendWindow(from, to).nextOpen(moment, zone)).isEqualTo(expected);
  }
}
