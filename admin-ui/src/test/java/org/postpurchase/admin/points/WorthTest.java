package org.postpurchase.admin.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.Rates;
import org.postpurchase.loyalty.StackingPolicy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorthTest {
  private static Worth worth(String... sold) {
    Programme programme =
        new Programme(
            "main",
            "Rewards",
            "points",
            1,
            null,
            new Programme.Spending(Rates.of("EUR=100, GBP=100, USD=50"), 1, 1, 50),
            new Programme.Timing(14, 30, 365, 30),
            ShortfallPolicy.CARRY,
            StackingPolicy.BEST_OF);
    return new Worth(Optional.of(programme), Set.of(sold), Locale.ENGLISH);
  }

  @Test
  void points_are_worth_money_of_the_currencies_that_the_shop_sells_in() {
    assertThat(worth("EUR").money(1000)).containsExactly("€10.00");
    assertThat(worth("EUR", "USD", "CHF").money(1000)).containsExactly("€10.00", "$20.00");
  }

  @Test
  void in_a_shop_of_other_currencies_every_rate_is_shown() {
    assertThat(worth("CHF").money(1000)).hasSize(3);
    assertThat(worth().money(1000)).hasSize(3);
  }
}
