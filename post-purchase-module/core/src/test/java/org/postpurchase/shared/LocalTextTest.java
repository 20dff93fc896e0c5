package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "points; de; points",
        "points | de: Punkte; de; Punkte",
        "points | de: Punkte; de-AT; Punkte",
        "points | de: Punkte; en; points",
        "points | de: Punkte | de-CH: Pünktli; de-CH; Pünktli",
        "points | de_CH: Pünktli | de: Punkte; de-CH; Pünktli",
        "points|de:Punkte; de; Punkte",
        "Beans | Co; de; Beans | Co",
        "5: 3 | 4; de; 5: 3 | 4"
      })
  void each_reader_has_the_text_of_his_language(String text, String tag, String expected) {
    assertThat(LocalText.in(text, Locale.forLanguageTag(tag))).isEqualTo(expected);
  }
}
