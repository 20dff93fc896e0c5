package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.shared.Purpose;

/** What is saved and not live yet. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompareSeriesTest {

  private static Step step(String key, int position, int days) {
    return new Step.Builder(key)
        .at(position, "Step " + key)
        .delay(Anchor.DELIVERED, days, 0)
        .sends(Purpose.MARKETING, "EMAIL", "thank-you")
        .build();
  }

  private static SeriesDefinition series(String name, Step... steps) {
    return new SeriesDefinition(
        name, "ANY_ORDER", ReEntry.NEVER, 10, EnumSet.of(ExitRule.OPTED_OUT), List.of(steps));
  }

  @Test
  void changed_values_new_steps_and_removed_ones_are_named() {
    SeriesDefinition live = series("One", step("a", 1, 2), step("b", 2, 5));
    SeriesDefinition draft = series("Two", step("a", 1, 3), step("c", 2, 9)).segment("vip");

    assertThat(CompareSeries.of(live, draft))
        .extracting(CompareSeries.Difference::toString)
        .containsExactly(
            ".name 'One' 'Two'",
            ".segment '' 'vip'",
            "Step a.delayDays '2' '3'",
            "Step b. 'Step b' ''",
            "Step c. '' 'Step c'");
    assertThat(CompareSeries.of(live, draft).get(3).isRemoved()).isTrue();
    assertThat(CompareSeries.of(live, draft).get(4).isAdded()).isTrue();
  }

  @Test
  void the_same_rules_have_no_differences() {
    assertThat(CompareSeries.of(series("One", step("a", 1, 2)), series("One", step("a", 1, 2))))
        .isEmpty();
  }
}
