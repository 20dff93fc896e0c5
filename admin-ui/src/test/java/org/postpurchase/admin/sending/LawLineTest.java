package org.postpurchase.admin.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.restraint.SendingLaw;

/** The law's file, as a merchant reads it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LawLineTest {
  private final SendingLaw law = SendingLaw.shipped();

  @Test
  void days_times_and_countries_are_words() {
    List<LawLine> german = LawLine.all(law, "SMS", Locale.GERMANY);
    assertThat(german.stream().map(row -> row.country).distinct().collect(Collectors.toList()))
        .startsWith("Frankreich", "Kanada", "Vereinigte Staaten");
    LawLine france = german.get(0);
    assertThat(france.spans).hasSize(1);
    assertThat(france.spans.get(0).from).isEqualTo("Montag");
    assertThat(france.spans.get(0).to).isEqualTo("Samstag");
    assertThat(france.spans.get(0).opens).isEqualTo("08:00");
    assertThat(france.closed.stream().map(row -> row.name)).contains("14. Juli", "");
    assertThat(german.get(german.size() - 1).isOthers()).isTrue();

    LawLine texas =
        LawLine.all(law, "SMS", Locale.US).stream()
            .filter(line -> line.getRegionKey().endsWith("US-TX"))
            .findFirst()
            .get();
    assertThat(texas.spans).hasSize(2);
    assertThat(texas.spans.get(1).isOneDay()).isTrue();
    assertThat(texas.spans.get(1).opens).startsWith("12:00").endsWith("PM");
    assertThat(LawLine.all(law, "EMAIL", Locale.US)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void every_region_and_moving_holiday_has_a_name(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle("messages.PostPurchaseAdminMessages", new Locale(language));
    for (LawLine line : LawLine.all(law, "SMS", Locale.ROOT)) {
      if (!line.getRegionKey().isEmpty()) {
        assertThat(words.getString(line.getRegionKey())).isNotEmpty();
      }
      line.closed.stream()
          .filter(day -> !day.key.isEmpty())
          .forEach(day -> assertThat(words.getString(day.key)).isNotEmpty());
    }
  }
}
