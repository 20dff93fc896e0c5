package org.postpurchase.admin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {
  private final Words words = new Words(new StaticMessageSource());

  @ParameterizedTest
  @CsvSource({"hello, Hello", "reward-code, Reward code", "a--b_c, A b c", "-, -", "'', ''"})
  void a_key_without_words_is_shown_as_a_person_reads_it(String key, String shown) {
    assertThat(words.template(key, Locale.ENGLISH)).isEqualTo(shown);
    assertThat(words.touch("series", key, Locale.ENGLISH))
        .isEqualTo(key.isEmpty() ? "Series" : shown);
  }
}
