package org.postpurchase.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReasonsTest {
  @Test
  void a_failure_of_ours_speaks_for_itself_and_others_are_named() {
    assertThat(Reasons.of(new PostPurchaseException("The shop is closed.")))
        .isEqualTo("The shop is closed.");
    assertThat(Reasons.of(new IllegalStateException("closed")))
        .isEqualTo("IllegalStateException: closed");
    assertThat(Reasons.of(new StackOverflowError())).isEqualTo("StackOverflowError");
  }

  @Test
  void causes_follow_once_each_on_one_line() {
    Throwable cause = new IllegalStateException("no\r\n\troute");
    Throwable failure =
        new RuntimeException(new RuntimeException("IllegalStateException: no\r\n\troute", cause));

    assertThat(Reasons.of(failure)).doesNotContain("\n", "\r").contains("no route");
    assertThat(Reasons.of(failure).split("no route", -1)).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void a_chain_that_bites_its_tail_ends() {
    RuntimeException one = new RuntimeException("one");
    RuntimeException two = new RuntimeException("two", one);
    one.initCause(two);

    assertThat(Reasons.of(one)).isEqualTo("RuntimeException: one ← RuntimeException: two");
  }

  @Test
  void a_thousand_characters_are_enough() {
    assertThat(Reasons.of(new PostPurchaseException("x".repeat(5000)))).hasSize(1000).endsWith("…");
    assertThat(Reasons.clip("x".repeat(1000))).hasSize(1000).endsWith("x");
  }
}
