package org.postpurchase.benchmarks.years;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NumbersTest {
  @Test
  void ids_are_moved_wherever_they_stand() {
    assertThat(Numbers.moved("order:112000000007:SUBMITTED:1|earn", 3))
        .isEqualTo("order:112000003007:SUBMITTED:1|earn");
    assertThat(Numbers.moved("c499999998001@example.com", 1))
        .isEqualTo("c499999999001@example.com");
    assertThat(Numbers.moved("20261129123456789112000000007", 1))
        .isEqualTo("20261129123456789112000001007");
  }

  @Test
  void other_numbers_stay() {
    for (String text :
        new String[] {"execution:8", "1796000000000", "a112000000007b", "31.12.2026"}) {
      assertThat(Numbers.moved(text, 5)).isEqualTo(text);
      assertThat(Numbers.isIn(text)).isFalse();
    }
  }

  @Test
  void sql_makes_the_same_text() {
    assertThat(Numbers.moved("it's order:112000000007!"))
        .isEqualTo("'it''s order:' || (112000000007 + g * 1000) || '!'");
  }
}
