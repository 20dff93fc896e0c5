package org.postpurchase.broadleaf.occasion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.time.LocalDate;
import java.util.Optional;
import org.postpurchase.occasion.Weather;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;

/**
 * The weather from a text file or an address, one line for a country and a day: {@code DE
 * 2026-12-01 SNOW 12 cm of snow}. The day may be {@code *} for today. Lines that say nothing are
 * passed over; the first that fits counts. At most 5,000 lines are read, within ten seconds.
 *
 * <p>A sample to build upon: a shop with a weather service writes its own {@link Weather.Provider}.
 */
public final class WeatherFile implements Weather.Provider {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(WeatherFile.class));
  private static final int LINES_MAX = 5_000;
  private static final int MILLIS_MAX = 5_000;
  private static final int PARTS = 4;

  private final String source;

  /**
   * @param source path of a file, or an http or https address; empty for none
   */
  public WeatherFile(String source) {
    this.source = source.trim();
  }

  @Override
  public Optional<Weather> of(String country, LocalDate day) {
    if (source.isEmpty()) {
      return Optional.empty();
    }
    try (BufferedReader lines = new BufferedReader(open())) {
      String line = lines.readLine();
      for (int n = 0; line != null && n < LINES_MAX; n++) {
        String[] parts = line.trim().split("\\s+", PARTS);
        if (parts.length >= PARTS - 1
            && parts[0].equals(country)
            && (parts[1].equals("*") || parts[1].equals(day.toString()))) {
          return weather(parts);
        }
        line = lines.readLine();
      }
    } catch (IOException unreachable) {
      TROUBLE.warn("unreachable", "the weather cannot be read from " + source, unreachable);
    }
    return Optional.empty();
  }

  private static Optional<Weather> weather(String[] parts) {
    for (Weather.Kind kind : Weather.Kind.values()) {
      if (kind.name().equals(parts[2])) {
        return Optional.of(new Weather(kind, parts.length == PARTS ? parts[PARTS - 1] : ""));
      }
    }
    return Optional.empty();
  }

  private Reader open() throws IOException {
    if (!source.matches("(?i)https?://.*")) {
      return Files.newBufferedReader(Paths.get(source), StandardCharsets.UTF_8);
    }
    URLConnection connection = new URL(source).openConnection();
    connection.setConnectTimeout(MILLIS_MAX);
    connection.setReadTimeout(MILLIS_MAX);
    return new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8);
  }
}
