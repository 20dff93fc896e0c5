package org.postpurchase.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import org.broadleafcommerce.common.util.BroadleafMergeResourceBundleMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words for shoppers, through the host's own message source. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShopMessagesTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void every_text_is_there_in_both_languages() throws IOException {
    Properties english = bundle("");
    Properties german = bundle("_de");

    assertThat(german.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    assertThat(bundle("_en")).isEqualTo(english);
    for (String key : english.stringPropertyNames()) {
      assertThat(german.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
      assertThat(english.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
      assertThat(german.getProperty(key).contains("{0}"))
          .as(key)
          .isEqualTo(english.getProperty(key).contains("{0}"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, en, Yes",
    "en-GB, en, Yes",
    "de, de, Ja",
    "de-AT, de, Ja",
  })
  void a_server_that_speaks_another_language_answers_in_the_shoppers(
      String shopper, String language, String start) {
    Locale.setDefault(language.equals("en") ? Locale.GERMANY : Locale.UK);
    ShopTexts texts = texts();

    assertThat(texts.language(Locale.forLanguageTag(shopper))).isEqualTo(language);
    assertThat(texts.get("PostPurchase_Consent_Text", Locale.forLanguageTag(shopper), "Fennbrook"))
        .startsWith(start)
        .contains("Fennbrook");
  }

  @Test
  void a_missing_text_is_no_error() {
    assertThat(texts().get("PostPurchase_Nothing", Locale.UK)).isEqualTo("PostPurchase_Nothing");
  }

  private static ShopTexts texts() {
    BroadleafMergeResourceBundleMessageSource source =
        new BroadleafMergeResourceBundleMessageSource();
    source.setBasenames("classpath:/messages/PostPurchaseShopMessages");
    ShopTexts texts = new ShopTexts();
    texts.setMessageSource(source);
    return texts;
  }

  private static Properties bundle(String suffix) throws IOException {
    Properties bundle = new Properties();
    try (InputStream in =
        ShopMessagesTest.class.getResourceAsStream(
            "/messages/PostPurchaseShopMessages" + suffix + ".properties")) {
      bundle.load(in);
    }
    return bundle;
  }
}
