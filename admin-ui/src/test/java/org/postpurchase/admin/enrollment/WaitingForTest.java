package org.postpurchase.admin.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ExecutionState;
import org.postpurchase.series.Step;
import org.postpurchase.series.StepExecution;
import org.postpurchase.series.Waiting;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingForTest {
  private final Words words = words();

  @ParameterizedTest
  @EnumSource(Anchor.class)
  void a_step_without_a_moment_says_what_has_to_happen_first(Anchor anchor) {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
      String text = text(ExecutionState.WAITING, anchor, 0, 0, locale);

      assertThat(text).matches("(Waits|Wartet).{15,}\\.").doesNotContain("{", "moment");
    }
  }

  @Test
  void delivery_names_the_days_after_which_it_is_taken_for_granted() {
    assertThat(text(ExecutionState.WAITING, Anchor.DELIVERED, 0, 0, Locale.ENGLISH))
        .contains("has arrived", "9 days after it was shipped");
  }

  @Test
  void what_comes_after_it_is_said_too() {
    assertThat(text(ExecutionState.WAITING, Anchor.SHIPPED, 3, 0, Locale.ENGLISH))
        .endsWith("has been shipped. It is due after another 3 days.");
    assertThat(text(ExecutionState.WAITING, Anchor.SHIPPED, 1, 0, Locale.ENGLISH))
        .endsWith("It is due after another day.");
    assertThat(text(ExecutionState.WAITING, Anchor.SHIPPED, 0, 2, Locale.GERMAN))
        .endsWith("Stunden danach.");
  }

  @ParameterizedTest
  @EnumSource(value = ExecutionState.class, names = "WAITING", mode = EnumSource.Mode.EXCLUDE)
  void a_step_that_has_its_moment_or_is_over_waits_for_nothing(ExecutionState state) {
    assertThat(text(state, Anchor.DELIVERED, 3, 0, Locale.ENGLISH)).isEmpty();
  }

  @Test
  void a_step_that_waits_for_something_else_names_it_and_its_last_day() {
    Step step = new Step.Builder("thanks").awaits(new Waiting("TIER_REACHED", 30, false)).build();
    StepExecution execution =
        new StepExecution(1, 2, "thanks", ExecutionState.SCHEDULED, null, null, 0, 1, "");

    assertThat(new WaitingFor(words, Locale.ENGLISH).text(execution, Optional.of(step)))
        .isEqualTo("Waits for \u201cHigher tier reached\u201d, at most until then.");
  }

  private String text(ExecutionState state, Anchor anchor, int days, int hours, Locale locale) {
    Step step = new Step.Builder("how-to").delay(anchor, days, hours).fallback(9, 21).build();
    StepExecution execution = new StepExecution(1, 2, "how-to", state, null, null, 0, 1, "");
    return new WaitingFor(words, locale).text(execution, Optional.of(step));
  }

  private static Words words() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/PostPurchaseAdminMessages");
    return new Words(messages);
  }
}
