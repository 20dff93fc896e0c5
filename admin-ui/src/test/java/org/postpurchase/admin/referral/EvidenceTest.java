package org.postpurchase.admin.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.referral.Signal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceTest {
  private static final Map<Long, String> NUMBERS = Map.of(12L, "2026-0012");

  @Test
  void orders_are_named_by_their_numbers() {
    assertThat(Evidence.of(signal("order:12, advocate, order:13"), NUMBERS))
        .extracting(each -> each.words.replaceAll(".*_", "") + " " + each.value)
        .containsExactly("ORDER 2026-0012", "ADVOCATE ", "ORDER #13");
    assertThat(Evidence.orders(signal("order:12, advocate, order:13"))).containsExactly(12L, 13L);
  }

  @Test
  void counts_and_pages_keep_their_values() {
    assertThat(Evidence.of(signal("referrals within a day:4"), NUMBERS))
        .extracting(each -> each.value)
        .containsExactly("4");
    assertThat(Evidence.of(signal("page:https://deals.example/a, b?order:1"), NUMBERS))
        .extracting(each -> each.value)
        .containsExactly("https://deals.example/a, b?order:1");
    assertThat(Evidence.orders(signal("page:https://deals.example/, order:1"))).isEmpty();
  }

  @Test
  void what_a_signal_of_the_shop_says_is_shown_as_it_is() {
    assertThat(Evidence.of(signal("same till:3"), NUMBERS))
        .extracting(each -> each.words.replaceAll(".*_", "") + " " + each.value)
        .containsExactly("OTHER same till:3");
    assertThat(Evidence.of(signal(""), NUMBERS)).isEmpty();
  }

  private static Signal signal(String evidence) {
    return new Signal("ANY", 0, evidence);
  }
}
