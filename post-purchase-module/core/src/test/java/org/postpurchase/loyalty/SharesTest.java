package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SharesTest {
  @Test
  void what_only_rounding_tells_apart_is_equal_and_goes_to_the_earlier_part() {
    BigDecimal one = BigDecimal.ONE;
    BigDecimal more = new BigDecimal("1.000000000000000000000000000001");

    assertThat(Shares.of(1, new BigDecimal[] {one, more})).containsExactly(1, 0);
    assertThat(Shares.of(1, new BigDecimal[] {more, one})).containsExactly(1, 0);
    assertThat(Shares.of(5, new BigDecimal[] {one, more})).containsExactly(3, 2);
  }

  @Test
  void parts_sum_to_the_whole_and_larger_remainders_come_first() {
    assertThat(Shares.of(100, new BigDecimal[] {d("1.5"), d("2.7"), d("1.8")}))
        .containsExactly(25, 45, 30);
    assertThat(Shares.of(10, new BigDecimal[] {d("1"), d("1"), d("1.1")})).containsExactly(3, 3, 4);
    assertThat(Shares.of(7, new BigDecimal[] {d("0"), d("0")})).containsExactly(0, 0);
  }

  private static BigDecimal d(String number) {
    return new BigDecimal(number);
  }
}
