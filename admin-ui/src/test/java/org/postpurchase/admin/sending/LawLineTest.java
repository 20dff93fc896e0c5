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
    assertThat(german.stream().map(LawLine::getCountry).distinct().collect(Collectors.toList()))
        .startsWith("Frankreich", "Kanada", "Vereinigte Staaten");
    LawLine france = german.get(0);
    assertThat(france.getSpans()).hasSize(1);
    assertThat(france.getSpans().get(0).getFrom()).isEqualTo("Montag");
    assertThat(france.getSpans().get(0).getTo()).isEqualTo("Samstag");
    assertThat(france.getSpans().get(0).getOpens()).isEqualTo("08:00");
    assertThat(france.getClosed().stream().map(LawLine.Day::getName)).contains("14. Juli", "");
    assertThat(german.get(german.size() - 1).isOthers()).isTrue();

    LawLine texas =
        LawLine.all(law, "SMS", Locale.US).stream()
            .filter(line -> line.getRegionKey().endsWith("US-TX"))
            .findFirst()
            .get();
    assertThat(texas.getSpans()).hasSize(2);
    assertThat(texas.getSpans().get(1).isOneDay()).isTrue();
    assertThat(texas.getSpans().get(1).getOpens()).startsWith("12:00").endsWith("PM");
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
      line.getClosed().stream()
          .filter(day -> !day.getKey().isEmpty())
          .forEach(day -> assertThat(words.getString(day.getKey())).isNotEmpty());
    }
  }
}
