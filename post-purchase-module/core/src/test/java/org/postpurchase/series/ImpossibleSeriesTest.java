package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.messaging.Channels;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.RecordingMails;
import org.postpurchase.testkit.SeriesWorld;

/** Series that could never do what they say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImpossibleSeriesTest {
  private static final Channels CHANNELS = Channels.of(new RecordingMails());

  private final Triggers triggers = new KnownMembers().triggers();

  @Test
  void a_series_that_waits_for_itself() {
    Step waits =
        FirstPurchase.marketing("how-to", 1, Anchor.SUBMITTED, 0)
            .awaits(new Waiting(OrderTriggers.ANY_ORDER, 5, false))
            .build();
    assertThat(problems(SeriesWorld.series(OrderTriggers.ANY_ORDER, ReEntry.NEVER, 1, waits)))
        .containsExactly("how-to waitsFor WAITS_FOR_ITSELF");
    assertThat(problems(any(FirstPurchase.thankYou()).endsOn(OrderTriggers.ANY_ORDER)))
        .containsExactly(" endsOn WAITS_FOR_ITSELF");
  }

  @Test
  void a_wait_for_nothing_or_without_an_end() {
    assertThat(problems(any(waiting(new Waiting("", 5, false)))))
        .containsExactly("how-to waitsFor WAITS_FOR_NOTHING");
    assertThat(problems(any(waiting(new Waiting(TierTrigger.REACHED, 0, false)))))
        .containsExactly("how-to waitDays WAITS_WITHOUT_END");
    assertThat(problems(any(waiting(new Waiting(TierTrigger.REACHED, 9999, false)))))
        .containsExactly("how-to waitDays TOO_LONG");
    assertThat(problems(any(waiting(new Waiting("ACME_GONE", 5, false)))))
        .containsExactly("how-to waitsFor UNKNOWN_TRIGGER");
  }

  @Test
  void a_branch_without_an_end_or_without_a_question() {
    assertThat(problems(any(branch(new OrderFilter.Builder().countries("FR").build()))))
        .containsExactly("way stepKind BRANCH_WITHOUT_STEPS");
    assertThat(problems(any(branch(OrderFilter.ANY), on("way", Anchor.BRANCH))))
        .containsExactly("way conditionType BRANCH_WITHOUT_QUESTION");
  }

  @Test
  void a_way_of_what_is_no_branch_or_that_counts_from_elsewhere() {
    Step branch = branch(new OrderFilter.Builder().countries("FR").build());
    assertThat(problems(any(branch, on("way", Anchor.SUBMITTED))))
        .containsExactly("how-to anchor BRANCH_ANCHOR");
    assertThat(problems(any(FirstPurchase.thankYou(), on("thank-you", Anchor.BRANCH))))
        .containsExactly("how-to conditionStep CONDITION_WITHOUT_BRANCH");
    assertThat(problems(any(FirstPurchase.marketing("how-to", 1, Anchor.BRANCH, 0).build())))
        .containsExactly("how-to anchor BRANCH_ANCHOR");
  }

  @Test
  void a_question_whether_something_happened_that_nothing_waits_for() {
    Step asks =
        FirstPurchase.marketing("how-to", 1, Anchor.SUBMITTED, 0)
            .onlyIf(ConditionType.HAPPENED, "")
            .build();
    assertThat(problems(any(asks))).containsExactly("how-to conditionType NOTHING_AWAITED");
  }

  @Test
  void what_is_typed_about_orders_must_be_readable() {
    SeriesDefinition series = any(FirstPurchase.thankYou());
    assertThat(problems(series.only(new OrderFilter.Builder().amounts("100").build())))
        .containsExactly(" amounts BAD_AMOUNTS");
    assertThat(problems(series.only(new OrderFilter.Builder().amounts("-1 EUR").build())))
        .containsExactly(" amounts BAD_AMOUNTS");
    assertThat(problems(series.only(new OrderFilter.Builder().amounts("1.234 EUR").build())))
        .containsExactly(" amounts BAD_AMOUNTS");
    assertThat(problems(series.only(new OrderFilter.Builder().countries("Germany").build())))
        .containsExactly(" countries BAD_COUNTRIES");
    assertThat(problems(series.only(new OrderFilter.Builder().goods("tea' or 1=1", "").build())))
        .containsExactly(" productIds BAD_NUMBERS");
    assertThat(problems(series.only(new OrderFilter.Builder().number(-2).build())))
        .containsExactly(" orderNumber NEGATIVE_NUMBER");
  }

  @Test
  void a_beginning_that_needs_to_know_more() {
    for (String trigger :
        List.of(OrderTriggers.NTH_ORDER, OrderTriggers.ORDER_CONTAINS, OrderTriggers.ORDER_ABOVE)) {
      assertThat(problems(SeriesWorld.series(trigger, ReEntry.NEVER, 1, FirstPurchase.thankYou())))
          .singleElement()
          .asString()
          .endsWith("FILTER_NEEDED");
    }
  }

  @Test
  void orders_in_a_series_that_no_order_begins() {
    Step notice =
        new Step.Builder("notice")
            .at(1, "Notice")
            .delay(Anchor.HAPPENED, 0, 0)
            .sends(Purpose.TRANSACTIONAL, "EMAIL", "tier")
            .only(new OrderFilter.Builder().countries("FR").build())
            .build();
    SeriesDefinition series =
        SeriesWorld.series(TierTrigger.REACHED, ReEntry.EACH_PRODUCT, 1, notice)
            .only(new OrderFilter.Builder().number(2).build());
    assertThat(problems(series))
        .containsExactlyInAnyOrder(
            "notice countries FILTER_WITHOUT_ORDER",
            " orderNumber FILTER_WITHOUT_ORDER",
            " reEntry PRODUCT_WITHOUT_ORDER");
  }

  @Test
  void once_in_a_number_of_days_that_is_not_said() {
    assertThat(
            problems(
                SeriesWorld.series(
                    OrderTriggers.ANY_ORDER, ReEntry.EACH_PERIOD, 1, FirstPurchase.thankYou())))
        .containsExactly(" periodDays PERIOD_MISSING");
  }

  private static SeriesDefinition any(Step... steps) {
    return SeriesWorld.series(OrderTriggers.ANY_ORDER, ReEntry.EACH_ORDER, 1, steps);
  }

  private static Step waiting(Waiting waiting) {
    return FirstPurchase.marketing("how-to", 1, Anchor.SUBMITTED, 0).awaits(waiting).build();
  }

  private static Step branch(OrderFilter filter) {
    return new Step.Builder("way").at(1, "Way").kind(StepKind.BRANCH).only(filter).build();
  }

  private static Step on(String branch, Anchor anchor) {
    return FirstPurchase.marketing("how-to", 2, anchor, 0)
        .onlyIf(ConditionType.BRANCH_YES, branch)
        .build();
  }

  private List<String> problems(SeriesDefinition series) {
    List<SeriesProblem> found = new ArrayList<>();
    for (Step step : series.steps) {
      found.addAll(CheckSteps.alone(step, CHANNELS));
      triggers.find(series.trigger).ifPresent(t -> found.addAll(CheckSteps.under(t, step)));
    }
    found.addAll(CheckSteps.together(series.steps));
    found.addAll(CheckWays.all(series, triggers));
    List<String> words = new ArrayList<>();
    found.forEach(p -> words.add(p.stepKey + " " + p.field + " " + p.code));
    return words;
  }
}
