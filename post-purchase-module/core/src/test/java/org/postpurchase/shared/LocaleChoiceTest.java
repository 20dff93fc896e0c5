package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocaleChoiceTest {
  @ParameterizedTest
  @CsvSource({
    // what there is, what the reader has, what is chosen (the shop speaks French)
    "en he fr, iw-IL, he",
    "en iw fr, he-IL, iw",
    "en nb fr, no-NO, nb",
    "en no fr, nb-NO, no",
    "en nb fr, nn-NO, nb",
    "en nn nb, nb, nb",
    "en zh-Hant zh-Hans fr, zh-TW, zh-Hant",
    "en zh-Hant zh-Hans fr, zh-CN, zh-Hans",
    "en zh_TW zh_CN fr, zh-Hant-HK, zh_TW",
    "en zh_TW zh_CN fr, zh-SG, zh_CN",
    "en zh_TW_#Hant zh fr, zh-HK, zh_TW_#Hant",
    "en zh-Hans fr, zh-TW, zh-Hans",
    "en de fr, de-AT, de",
    "en de_DE fr, de-AT, de_DE",
    "en de_AT fr, de, de_AT",
    "en de_CH de_DE fr, de-AT, de_DE",
    "en de de_AT fr, de-AT, de_AT",
    "en de-de fr, de-DE-1996, de-de",
    "en id fr, in-ID, id",
    "en yi fr, ji, yi",
    "en fil fr, tl-PH, fil",
    "en sr-Latn sr fr, sr-Latn-RS, sr-Latn",
    "en sr-Latn sr fr, sr-RS, sr",
    "en pt_BR pt_PT fr, pt-AO, pt_PT",
    "en pt_BR fr, pt-PT, pt_BR",
    "en es_ES es_MX fr, es-AR, es_MX",
    "de en_US en_GB fr, en-AU, en_GB",
    "de en_US en_GB fr, en, en_US",
    "de en_GB en_US fr, en-US, en_US",
    "en de fr, it, fr",
    "en de fr_CA, it, fr_CA",
    "en de fr, und, fr",
    "en de fr, ar-u-nu-latn, fr",
    "en ar fr, ar-EG-u-nu-latn, ar"
  })
  void the_readers_language_is_found_under_all_its_names(
      String available, String reader, String chosen) {
    List<String> codes = Arrays.asList(available.split(" "));

    assertThat(
            LocaleChoice.of(
                codes, Function.identity(), Locale.forLanguageTag(reader), Locale.FRANCE))
        .contains(chosen);
  }

  @Test
  void a_language_that_is_neither_the_readers_nor_the_shops_is_not_chosen() {
    assertThat(
            LocaleChoice.of(
                Arrays.asList("it", "", "nonsense code", null),
                Function.identity(),
                Locale.GERMANY,
                Locale.FRANCE))
        .isEmpty();
  }

  @Test
  void of_equals_the_first_is_chosen() {
    assertThat(
            LocaleChoice.of(
                Arrays.asList("de_CH", "de_LI"), Function.identity(), Locale.GERMANY, Locale.UK))
        .contains("de_CH");
  }

  @Test
  void every_locale_of_the_java_platform_chooses_itself() {
    for (Locale locale : Locale.getAvailableLocales()) {
      if (!locale.getLanguage().isEmpty()) {
        assertThat(
                LocaleChoice.of(
                    Arrays.asList("tlh", locale.toString(), locale.toLanguageTag()),
                    Function.identity(),
                    locale,
                    Locale.FRANCE))
            .as(locale.toLanguageTag())
            .get()
            .isIn(locale.toString(), locale.toLanguageTag());
      }
    }
  }
}
