package org.postpurchase.demo.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdvanceTest {
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "P10D, 2026-02-10T10:00:00Z",
    "P2W, 2026-02-14T10:00:00Z",
    "P1M, 2026-02-28T10:00:00Z",
    "PT36H, 2026-02-01T22:00:00Z",
    "P1DT1H, 2026-02-01T11:00:00Z",
  })
  void goes_forward_by_an_iso_duration(String text, Instant expected) {
    assertThat(Advance.parse(text).from(START)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "10",
        "P0D",
        "-P1D",
        "P-1D",
        "PT-1H",
        "P11Y",
        "P999999999D",
        "P2147483647Y"
      })
  void refuses_anything_else_in_words(String text) {
    assertThatThrownBy(() -> Advance.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void refuses_a_missing_value() {
    assertThatThrownBy(() -> Advance.parse(null)).isInstanceOf(IllegalArgumentException.class);
  }
}
