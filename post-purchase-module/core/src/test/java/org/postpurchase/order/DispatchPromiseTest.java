package org.postpurchase.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DispatchPromiseTest {
  private final DispatchPromise promise = DispatchPromise.of(1, 2, 4);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // ordered, ships by, arrives from, arrives by; 2 March 2026 is a Monday
    "2026-03-02, 2026-03-03, 2026-03-05, 2026-03-09",
    "2026-03-05, 2026-03-06, 2026-03-10, 2026-03-12",
    "2026-03-06, 2026-03-09, 2026-03-11, 2026-03-13",
    "2026-03-07, 2026-03-10, 2026-03-12, 2026-03-16",
    "2026-03-08, 2026-03-10, 2026-03-12, 2026-03-16"
  })
  void only_working_days_count(LocalDate ordered, LocalDate ships, LocalDate from, LocalDate by) {
    Instant noon = ordered.atTime(12, 0).toInstant(ZoneOffset.UTC);

    assertThat(promise.shipsBy(noon, ZoneOffset.UTC)).isEqualTo(ships);
    assertThat(promise.arrivesFrom(noon, ZoneOffset.UTC)).isEqualTo(from);
    assertThat(promise.arrivesBy(noon, ZoneOffset.UTC)).isEqualTo(by);
  }

  @Test
  void the_day_is_the_one_in_the_shops_zone() {
    Instant lateSunday = Instant.parse("2026-03-08T23:30:00Z");

    assertThat(DispatchPromise.of(1, 0, 0).shipsBy(lateSunday, ZoneId.of("Europe/Berlin")))
        .as("Monday in Berlin already")
        .isEqualTo("2026-03-10");
    assertThat(DispatchPromise.of(0, 0, 0).shipsBy(lateSunday, ZoneId.of("Pacific/Honolulu")))
        .isEqualTo("2026-03-09");
    assertThat(
            DispatchPromise.of(0, 0, 0)
                .shipsBy(Instant.parse("2026-03-06T23:30:00Z"), ZoneId.of("Asia/Tokyo")))
        .as("Saturday in Tokyo, so Monday")
        .isEqualTo("2026-03-09");
  }

  @Test
  void the_same_day_is_possible_but_never_a_weekend() {
    DispatchPromise same = DispatchPromise.of(0, 0, 0);

    assertThat(same.arrivesBy(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC))
        .isEqualTo("2026-03-02");
    assertThat(same.arrivesBy(Instant.parse("2026-03-07T12:00:00Z"), ZoneOffset.UTC))
        .isEqualTo("2026-03-09");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0", "0, -1, 0", "0, 3, 2", "366, 0, 0", "0, 0, 366"})
  void impossible_promises_are_refused(int ship, int min, int max) {
    assertThatThrownBy(() -> DispatchPromise.of(ship, min, max))
        .isInstanceOf(LifecycleRefusedException.class)
        .hasMessageContaining("between 0 and 365");
  }
}
