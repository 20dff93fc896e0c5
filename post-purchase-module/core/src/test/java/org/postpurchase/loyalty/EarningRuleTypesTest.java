package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Phrase;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.testkit.Seed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EarningRuleTypesTest {
  @Test
  void the_shops_own_follow_those_of_the_product() {
    EarningRuleTypes types =
        new EarningRuleTypes(List.of(new OwnRuleTypes.Years(), new OwnRuleTypes.Items()));
    assertThat(types.all())
        .extracting(EarningRuleType::key)
        .containsExactly("SPEND", "MULTIPLY", "FIRST_ORDER", "EVENT", "YEARS", "ITEMS");
    assertThatThrownBy(() -> types.get("GIFT"))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining("'GIFT'")
        .hasMessageContaining("add the module");
  }

  @ParameterizedTest
  @CsvSource({"items", "I", "SPEND", "BONUS", "QUALIFYING", "A_KEY_OF_MORE_THAN_20", "1A", "A-B"})
  void a_key_that_is_taken_or_none_keeps_the_shop_from_starting_with_its_reason(String key) {
    assertThatThrownBy(() -> new EarningRuleTypes(List.of(new Odd(key, OwnRuleTypes.EACH))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + key + "'")
        .hasMessageContaining(Odd.class.getName());
  }

  @Test
  void a_type_is_of_one_sort_and_names_each_field_once() {
    assertThatThrownBy(
            () ->
                new EarningRuleTypes(List.of(new Odd("ODD", OwnRuleTypes.EACH, OwnRuleTypes.EACH))))
        .hasMessageContaining("'each' comes twice");
    assertThatThrownBy(() -> new EarningRuleTypes(List.of(new Sortless())))
        .hasMessageContaining("exactly one of OfOrder");
    assertThatThrownBy(() -> SettingField.text("Two Words", "x"))
        .hasMessageContaining("'Two Words'");
  }

  @Test
  void settings_come_back_as_they_were_whatever_is_in_them() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    String odd = "\\\n=n|:é \t\"'{}";
    for (int round = 0; round < 5_000; round++) {
      Map<String, String> typed = new HashMap<>();
      for (int field = 0; field < random.nextInt(4); field++) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < random.nextInt(12); i++) {
          text.append(odd.charAt(random.nextInt(odd.length())));
        }
        typed.put("field" + field, text.toString());
      }
      RuleSettings settings = RuleSettings.of(typed);
      assertThat(RuleSettings.parse(settings.toString()))
          .as("seed %s round %s %s", seed, round, typed)
          .isEqualTo(settings);
    }
  }

  @Test
  void what_means_nothing_is_told_with_its_field_and_text() {
    RuleSettings settings = RuleSettings.parse("percent=much");
    assertThatThrownBy(() -> EarningRule.of(EarningRuleTypes.MULTIPLY, settings))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining("'percent'")
        .hasMessageContaining("'much'");
    assertThatThrownBy(() -> RuleSettings.parse("percent"))
        .hasMessageContaining("'percent' is not of the form name=value");
    assertThat(RuleSettings.parse("rates=EUR=1").get(ForSpending.RATES).toString())
        .isEqualTo("EUR=1");
    assertThat(RuleSettings.NONE.get(MoreForGoods.PERCENT)).isZero();
  }

  @Test
  void numbers_stay_in_their_range_and_codes_are_raised() {
    SettingField<BigDecimal> each = OwnRuleTypes.EACH;
    assertThat(each.problem("10")).isEmpty();
    assertThat(each.problem("10.000001")).contains(SettingField.Problem.OUT_OF_RANGE);
    assertThat(each.problem("1e1")).contains(SettingField.Problem.NOT_A_NUMBER);
    assertThat(each.problem(" ")).contains(SettingField.Problem.MISSING);
    assertThat(each.optional().problem(" ")).isEmpty();
    assertThat(ForEvent.EVENT_CODE.stored(" birthday ")).isEqualTo("BIRTHDAY");
    assertThat(SettingField.text("note", "Note").problem("x".repeat(501)))
        .contains(SettingField.Problem.TOO_LONG);
    SettingField<String> day =
        SettingField.choice("day", "Day", Collections.singletonMap("SUNDAY", "Sunday"));
    assertThat(day.problem("MONDAY")).contains(SettingField.Problem.NOT_A_CHOICE);
    assertThat(day.problem("SUNDAY")).isEmpty();
  }

  @Test
  void all_that_comes_with_the_product_speaks_german_too() {
    for (EarningRuleType type : EarningRuleTypes.shipped().all()) {
      assertThat(LocalText.in(type.label(), Locale.GERMAN))
          .isNotEqualTo(LocalText.in(type.label(), Locale.ENGLISH));
      for (SettingField<?> field : type.fields()) {
        assertThat(field.label).contains("| de: ");
        assertThat(field.help.isEmpty() || field.help.contains("| de: ")).isTrue();
      }
    }
  }

  @Test
  void shoppers_read_what_a_rule_gives_in_their_language() {
    EarningRule spend =
        EarningRule.of(EarningRuleTypes.SPEND, RuleSettings.of("rates", "EUR=1.5")).build();
    Currency euro = Currency.getInstance("EUR");
    assertThat(spend.type.way(spend, euro, Locale.GERMANY).get().in(Locale.GERMANY))
        .startsWith("1,5 je 1");
    assertThat(spend.type.way(spend, Currency.getInstance("USD"), Locale.US)).isEmpty();
    EarningRule first =
        EarningRule.of(EarningRuleTypes.FIRST_ORDER, RuleSettings.of("points", "1000")).build();
    assertThat(first.type.way(first, euro, Locale.GERMANY).get().in(Locale.GERMANY))
        .isEqualTo("1.000");
  }

  private static class Sortless implements EarningRuleType {
    @Override
    public String key() {
      return "SORTLESS";
    }

    @Override
    public String label() {
      return "x";
    }

    @Override
    public List<SettingField<?>> fields() {
      return Collections.emptyList();
    }

    @Override
    public Optional<Phrase> way(EarningRule rule, Currency currency, Locale locale) {
      return Optional.empty();
    }
  }

  private static final class Odd extends Sortless implements EarningRuleType.OfOrder {
    private final String key;
    private final List<SettingField<?>> fields;

    Odd(String key, SettingField<?>... fields) {
      this.key = key;
      this.fields = Arrays.asList(fields);
    }

    @Override
    public String key() {
      return key;
    }

    @Override
    public List<SettingField<?>> fields() {
      return fields;
    }

    @Override
    public OrderGain of(EarningRule rule, OrderSale sale) {
      return OrderGain.nothing();
    }
  }
}
