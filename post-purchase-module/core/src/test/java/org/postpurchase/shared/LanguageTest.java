package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 29);

  static Stream<Locale> every_locale() {
    return Arrays.stream(Locale.getAvailableLocales());
  }

  @ParameterizedTest
  @MethodSource("every_locale")
  void a_day_is_whole_in_every_locale_of_the_java_platform(Locale locale) {
    Language language = Language.of(locale);
    String day = language.day(DAY);

    assertThat(
            LocalDate.from(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                    .withLocale(language.locale)
                    .withDecimalStyle(DecimalStyle.of(language.locale))
                    .parse(day)))
        .as("year, month and day can be read again from %s", day)
        .isEqualTo(DAY);
    assertThat(day).contains(digits(29, language.locale));
  }

  @ParameterizedTest
  @MethodSource("every_locale")
  void a_locale_runs_the_way_its_letters_run(Locale locale) {
    String words = DateTimeFormatter.ofPattern("EEEE MMMM", LocaleCode.plain(locale)).format(DAY);
    boolean rightToLeft =
        words
            .codePoints()
            .filter(Character::isLetter)
            .mapToObj(Character::getDirectionality)
            .anyMatch(
                d ->
                    d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    boolean translated =
        !words.equals(DateTimeFormatter.ofPattern("EEEE MMMM", Locale.ROOT).format(DAY))
            && !words.equals(DateTimeFormatter.ofPattern("EEEE MMMM", Locale.US).format(DAY));

    boolean scriptOfTheCountry = !LocaleCode.script(LocaleCode.plain(locale)).isEmpty();
    if (translated && (!scriptOfTheCountry || !locale.getScript().isEmpty())) {
      assertThat(Language.of(locale).rightToLeft).as(words).isEqualTo(rightToLeft);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "es, 'jueves, 29 de enero de 2026'",
    "de-AT, 'Donnerstag, 29. Jänner 2026'",
    "en-US, 'Thursday, January 29, 2026'",
    "ru, 'четверг, 29 января 2026 г.'",
    "lv, 'ceturtdiena, 2026. gada 29. janvāris'",
    "hu, '2026. január 29., csütörtök'",
    "ja, '2026年1月29日木曜日'"
  })
  void days_of_some_languages(String tag, String day) {
    assertThat(Language.of(Locale.forLanguageTag(tag)).day(DAY)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    // wording, reader, shop, lang, locale of days and amounts
    "en, es-ES, de-DE, en, en",
    "en, es-ES, en-GB, en, en-GB",
    "en, en-US, en-GB, en, en-US",
    "en_GB, en-US, de-DE, en-GB, en-GB",
    "de, de-AT, de-DE, de, de-AT",
    "de, de-DE, en-GB, de, de-DE",
    "he, iw-IL, en-GB, he, he-IL",
    "zh_TW, zh-Hant-HK, en-GB, zh-TW, zh-TW",
    "zh-Hant, zh-TW, en-GB, zh-Hant, zh-TW",
    "zh-Hant, zh-CN, en-GB, zh-Hant, zh-Hant",
    "'', es-ES, de-DE, de-DE, de-DE",
    "nonsense code, es-ES, de-DE, de-DE, de-DE"
  })
  void everything_follows_the_wording(
      String wording, String reader, String shop, String lang, String written) {
    Language language =
        Language.of(wording, Locale.forLanguageTag(reader), Locale.forLanguageTag(shop));

    assertThat(language.tag).isEqualTo(lang);
    assertThat(language.locale.toLanguageTag()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ar", "he", "iw", "fa-IR", "ur-PK", "yi", "ps", "ckb", "az-Arab", "pa-PK", "dv"})
  void right_to_left(String tag) {
    assertThat(Language.of(tag, Locale.UK, Locale.UK).direction()).isEqualTo("rtl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de-AT", "he-Latn", "pa-IN", "az", "zh-Hant", "ks-Deva", "tr"})
  void left_to_right(String tag) {
    assertThat(Language.of(tag, Locale.UK, Locale.UK).direction()).isEqualTo("ltr");
  }

  @Test
  void names_of_the_other_direction_keep_it_to_themselves() {
    Language english = Language.of(Locale.UK);
    Language hebrew = Language.of(Locale.forLanguageTag("he"));

    assertThat(english.isolated("Ada")).isEqualTo("Ada");
    assertThat(english.isolated("\u05d3\u05e0\u05d4")).isEqualTo("\u2068\u05d3\u05e0\u05d4\u2069");
    assertThat(hebrew.isolated("Ada 2")).isEqualTo("\u2068Ada 2\u2069");
    assertThat(hebrew.isolated("")).as("so that a text can ask whether there is one").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("every_locale")
  void an_amount_can_be_written_in_every_locale(Locale locale) {
    assertThat(
            Money.ofMinor(123456, Currency.getInstance("EUR")).format(Language.of(locale).locale))
        .isNotBlank();
  }

  private static String digits(int number, Locale locale) {
    char zero = DecimalStyle.of(locale).getZeroDigit();
    NumberFormat plain = NumberFormat.getIntegerInstance(Locale.ROOT);
    StringBuilder out = new StringBuilder();
    plain.format(number).chars().forEach(c -> out.append((char) (zero + c - '0')));
    return out.toString();
  }
}
