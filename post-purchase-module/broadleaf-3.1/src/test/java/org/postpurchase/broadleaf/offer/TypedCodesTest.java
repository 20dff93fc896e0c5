package org.postpurchase.broadleaf.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TypedCodesTest {
  private static final String LINK = "VMKWHZQ7";
  private static final String TYPED = "abcd-2345";

  @Test
  void a_typed_code_goes_before_that_of_a_link_in_whatever_order_the_cart_has_them() {
    for (List<String> cart : List.of(List.of(LINK, TYPED), List.of(TYPED, LINK))) {
      assertThat(OrderCodes.typedFirst(cart, Optional.of(LINK))).containsExactly(TYPED, LINK);
    }
    assertThat(OrderCodes.typedFirst(List.of(LINK, "SUMMER", TYPED), Optional.of(LINK)))
        .containsExactly("SUMMER", TYPED, LINK);
    assertThat(OrderCodes.typedFirst(List.of(TYPED, LINK), Optional.empty()))
        .as("nothing of a link")
        .containsExactly(TYPED, LINK);
  }
}
