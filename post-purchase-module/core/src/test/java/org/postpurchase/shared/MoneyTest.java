package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MoneyTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final Currency KWD = Currency.getInstance("KWD");

  @ParameterizedTest
  @CsvSource({
    "EUR, 12.50, 1250, 12.50 EUR",
    "JPY, 1250, 1250, 1250 JPY",
    "KWD, 12.5, 12500, 12.500 KWD",
    "EUR, -0.01, -1, -0.01 EUR"
  })
  void an_amount_is_kept_in_the_minor_units_of_its_currency(
      String code, String amount, long minor, String text) {
    Money money =
        Money.of(new BigDecimal(amount), Currency.getInstance(code), RoundingMode.UNNECESSARY);

    assertThat(money.amountMinor()).isEqualTo(minor);
    assertThat(money).hasToString(text);
  }

  @Test
  void rounding_happens_only_as_told() {
    BigDecimal tooFine = new BigDecimal("0.125");

    assertThat(Money.of(tooFine, EUR, RoundingMode.HALF_UP).amountMinor()).isEqualTo(13);
    assertThat(Money.of(tooFine, EUR, RoundingMode.HALF_EVEN).amountMinor()).isEqualTo(12);
    assertThat(Money.of(tooFine, KWD, RoundingMode.UNNECESSARY).amountMinor()).isEqualTo(125);
    assertThat(Money.of(new BigDecimal("0.5"), JPY, RoundingMode.DOWN).isZero()).isTrue();
    assertThatThrownBy(() -> Money.of(tooFine, EUR, RoundingMode.UNNECESSARY))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void amounts_add_and_subtract_within_one_currency() {
    Money ten = Money.ofMinor(1000, EUR);

    assertThat(ten.plus(Money.ofMinor(1, EUR))).isEqualTo(Money.ofMinor(1001, EUR));
    assertThat(ten.minus(ten)).isEqualTo(Money.zero(EUR));
    assertThatThrownBy(() -> ten.plus(Money.ofMinor(1000, JPY)))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessageContaining("EUR")
        .hasMessageContaining("JPY");
    assertThatThrownBy(() -> ten.minus(Money.zero(JPY)))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  @Test
  void overflow_is_an_error_and_never_a_wrong_amount() {
    Money most = Money.ofMinor(Long.MAX_VALUE, EUR);

    assertThatThrownBy(() -> most.plus(Money.ofMinor(1, EUR)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of(new BigDecimal("1e30"), EUR, RoundingMode.DOWN))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void people_read_the_amount_as_their_locale_writes_it() {
    assertThat(Money.ofMinor(123456, EUR).format(Locale.GERMANY)).isEqualTo("1.234,56\u00a0€");
    assertThat(Money.ofMinor(123456, EUR).format(Locale.UK)).isEqualTo("€1,234.56");
    assertThat(Money.ofMinor(1250, JPY).format(Locale.JAPAN)).doesNotContain(".").contains("1,250");
    assertThat(Money.ofMinor(12500, KWD).format(Locale.UK)).contains("12.500");
  }

  @Test
  void equality_is_by_amount_and_currency() {
    EqualsVerifier.forClass(Money.class).withNonnullFields("currency").verify();
  }
}
