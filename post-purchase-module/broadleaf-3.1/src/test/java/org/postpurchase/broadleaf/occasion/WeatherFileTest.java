package org.postpurchase.broadleaf.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postpurchase.occasion.Weather;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeatherFileTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  @TempDir private Path folder;

  private WeatherFile file(String text) throws Exception {
    Path file = folder.resolve("weather.txt");
    Files.writeString(file, text);
    return new WeatherFile(file.toString());
  }

  @Test
  void the_first_line_of_the_country_and_day_counts() throws Exception {
    WeatherFile file =
        file(
            "# a comment\n\nDE 2026-11-30 RAIN wet\nAT 2026-12-01 STORM\n"
                + "DE  2026-12-01  SNOW  12 cm of snow\nDE * HOT 34 °C\n");
    Weather snow = file.of("DE", DAY).orElseThrow();
    assertThat(snow.kind).isEqualTo(Weather.Kind.SNOW);
    assertThat(snow.words).isEqualTo("12 cm of snow");
    assertThat(file.of("AT", DAY).orElseThrow().words).isEmpty();
    assertThat(file.of("DE", DAY.plusDays(1)).orElseThrow().kind).isEqualTo(Weather.Kind.HOT);
    assertThat(file.of("FR", DAY)).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_no_weather() throws Exception {
    assertThat(file("DE 2026-12-01 FOG thick\n").of("DE", DAY)).isEmpty();
    assertThat(new WeatherFile("").of("DE", DAY)).isEmpty();
    assertThat(new WeatherFile(folder.resolve("none").toString()).of("DE", DAY)).isEmpty();
    assertThat(new WeatherFile("http://127.0.0.1:1/").of("DE", DAY)).isEmpty();
  }
}
