package org.postpurchase.admin.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.segment.ConditionText;
import org.postpurchase.segment.Field;
import org.postpurchase.segment.GoodsNames;
import org.postpurchase.segment.SegmentProblem;
import org.postpurchase.segment.SegmentRefusedException;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** What merchants read when their conditions cannot be saved. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedInWordsTest {
  private final SegmentWords words = new SegmentWords(new Words(bundle()), new NoGoods());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | There is no fact called 'SHOE_SIZE'. Choose another one.",
        "de | Es gibt keine Angabe namens 'SHOE_SIZE'. Wählen Sie eine andere."
      })
  void a_field_that_does_not_exist(Locale locale, String said) {
    assertThat(refusal(leaf("SHOE_SIZE", "AT_LEAST", "41"), locale)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Groups are nested too deeply: 8 levels are possible. Take some out.",
        "de | Gruppen sind zu tief verschachtelt: 8 Ebenen sind möglich. Nehmen Sie welche heraus."
      })
  void fifty_nested_groups(Locale locale, String said) {
    String deep = "{\"not\":".repeat(50) + leaf("ORDERS", "AT_LEAST", "1") + "}".repeat(50);
    assertThat(refusal(deep, locale)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "en | Number of orders' cannot be compared with '1 or 1=1'. Type a value that fits.",
        "de | Bestellungen' kann nicht mit '1 or 1=1' verglichen werden. Geben Sie einen passenden"
            + " Wert ein."
      })
  void sql_in_a_value(Locale locale, String said) {
    assertThat(refusal(leaf("ORDERS", "AT_LEAST", "1 or 1=1"), locale)).endsWith(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The category '99' is not in the catalogue any more. Choose another one.",
        "de | Die Kategorie '99' ist nicht mehr im Katalog. Wählen Sie eine andere."
      })
  void a_category_that_was_deleted(Locale locale, String said) {
    assertThat(
            words.problem(new SegmentRefusedException(SegmentProblem.CATEGORY_GONE, "99"), locale))
        .isEqualTo(said);
  }

  /** Whatever is wrong, there is a sentence, with everything it names in its place. */
  @Test
  void every_problem_has_words_in_both_languages() {
    for (SegmentProblem problem : SegmentProblem.values()) {
      SegmentRefusedException refused =
          new SegmentRefusedException(problem, Field.ORDERS.name(), "two");
      String english = words.problem(refused, Locale.ENGLISH);
      String german = words.problem(refused, Locale.GERMAN);
      assertThat(english).doesNotContain("PostPurchase_", "{", "''").contains(" ").endsWith(".");
      assertThat(german).doesNotContain("PostPurchase_", "{", "''").isNotEqualTo(english);
    }
  }

  private String refusal(String conditions, Locale locale) {
    return words.problem(
        catchThrowableOfType(SegmentRefusedException.class, () -> ConditionText.read(conditions)),
        locale);
  }

  private static String leaf(String field, String is, String value) {
    return "{\"field\":\"" + field + "\",\"is\":\"" + is + "\",\"value\":\"" + value + "\"}";
  }

  private static ReloadableResourceBundleMessageSource bundle() {
    ReloadableResourceBundleMessageSource bundle = new ReloadableResourceBundleMessageSource();
    bundle.setBasename("classpath:messages/PostPurchaseAdminMessages");
    bundle.setFallbackToSystemLocale(false);
    return bundle;
  }

  private static final class NoGoods implements GoodsNames {
    @Override
    public Map<Long, String> products(Collection<Long> ids) {
      return Map.of();
    }

    @Override
    public Map<Long, String> categories() {
      return Map.of();
    }

    @Override
    public Map<String, String> tiers() {
      return Map.of();
    }

    @Override
    public Map<Long, String> productsNamed(String text, int limit) {
      return Map.of();
    }
  }
}
