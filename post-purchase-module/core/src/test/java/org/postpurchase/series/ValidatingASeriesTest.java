package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.loyalty.PointsExpiringTrigger;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.order.OrderModel;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.HostOffers;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.RecordingMails;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.ShopTemplates;

/** What keeps a series from being switched on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ValidatingASeriesTest {
  private final ShopTemplates templates =
      new ShopTemplates()
          .with("thank-you", "Thanks", "Thank you for ${order.number}")
          .with("how-to", "How to", "#foreach($p in ${products})${p.name}#end")
          .with("review-request", "Well?", "Say")
          .with("reward-code", "Yours", "Code ${reward.code}")
          .with("reward-reminder", "Still", "Code ${reward.code}");
  private final HostOffers offers = new HostOffers();
  private final ValidateSeries validate =
      new ValidateSeries(
          templates,
          VelocityModule.renderer(),
          new SeriesModel(new OrderModel(() -> SeriesNode.SHOP), new KnownMembers().triggers()),
          offers,
          Channels.of(new RecordingMails()),
          new SettableClock());

  private List<String> problems(Step... steps) {
    return validate.problems(SeriesWorld.series(steps)).stream()
        .map(p -> p.stepKey + " " + p.field + " " + p.code)
        .collect(Collectors.toList());
  }

  @Test
  void the_shipped_series_can_be_switched_on() {
    assertThat(validate.problems(FirstPurchase.series())).isEmpty();
  }

  @Test
  void a_series_without_steps_cannot() {
    assertThat(problems()).containsExactly(" status NO_STEPS");
  }

  @Test
  void a_template_that_asks_for_what_its_step_does_not_have_is_named() {
    templates.with("how-to", "How to", "Your code: ${reward.code}");
    List<SeriesProblem> found =
        validate.problems(SeriesWorld.series(FirstPurchase.howTo(), FirstPurchase.reward()));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).code).isEqualTo(SeriesProblem.Code.TEMPLATE_BROKEN);
    assertThat(found.get(0).stepKey).isEqualTo("how-to");
    assertThat(found.get(0).detail).contains("$reward");
  }

  @Test
  void advertising_says_how_to_stop_it() {
    MessageTemplate mute = templates.active("how-to").get(0);
    templates.with(
        new MessageTemplate(
            mute.key, "en", 2, true, null, mute.texts, "<p>Hello</p>", mute.textLayout));
    assertThat(problems(FirstPurchase.howTo()))
        .containsExactly("how-to templateKey TEMPLATE_WITHOUT_UNSUBSCRIBE");
  }

  @Test
  void templates_and_offers_must_be_there() {
    templates.remove("how-to");
    offers.running = false;
    assertThat(problems(FirstPurchase.howTo(), FirstPurchase.reward()))
        .containsExactly(
            "how-to templateKey TEMPLATE_MISSING", "reward-code rewardOffer REWARD_OFFER_MISSING");
  }

  @Test
  void a_step_that_is_off_needs_no_text_and_no_offer() {
    offers.running = false;
    Step.Builder unfinished =
        new Step.Builder("unfinished")
            .at(1, "unfinished")
            .sends(Purpose.MARKETING, "EMAIL", "not-yet")
            .reward(4711, 30);
    assertThat(problems(unfinished.build()))
        .containsExactly(
            "unfinished templateKey TEMPLATE_MISSING",
            "unfinished rewardOffer REWARD_OFFER_MISSING");
    assertThat(problems(unfinished.off(true).build())).isEmpty();
  }

  @Test
  void an_offer_with_a_code_for_everybody_is_no_reward_and_the_code_is_named() {
    offers.publicCode = "WELCOME10";
    assertThat(validate.problems(SeriesWorld.series(FirstPurchase.reward())))
        .filteredOn(problem -> problem.code == SeriesProblem.Code.REWARD_OFFER_PUBLIC)
        .singleElement()
        .satisfies(problem -> assertThat(problem.detail).isEqualTo("WELCOME10"));
    offers.publicCode = null;
    assertThat(problems(FirstPurchase.reward())).isEmpty();
  }

  @Test
  void a_reminder_of_a_code_that_no_step_gives_cannot_be_switched_on() {
    Step withoutOffer = FirstPurchase.marketing("reward-code", 4, Anchor.DELIVERED, 21).build();
    assertThat(problems(withoutOffer, FirstPurchase.reminder()))
        .contains("reward-reminder conditionStep CONDITION_WITHOUT_REWARD");
  }

  @Test
  void a_member_series_counts_from_what_its_trigger_knows_and_has_no_products() {
    templates.with("points", "${moment.points} points", "For ${customer.firstName}");
    Step order = member(Anchor.DELIVERED).build();
    Step happened = member(Anchor.HAPPENED).build();
    Step ahead = member(Anchor.DAY_AHEAD).build();
    assertThat(problems(PointsExpiringTrigger.KEY, ahead)).isEmpty();
    assertThat(problems(TierTrigger.AT_RISK, ahead)).isEmpty();
    assertThat(problems(TierTrigger.AT_RISK, happened)).isEmpty();
    assertThat(problems(TierTrigger.REACHED, happened)).isEmpty();
    for (List<String> found :
        List.of(
            problems(PointsExpiringTrigger.KEY, order),
            problems(PointsExpiringTrigger.KEY, happened),
            problems(TierTrigger.REACHED, ahead),
            problems(TierTrigger.AT_RISK, order))) {
      assertThat(found).containsExactly("notice anchor ANCHOR_OF_ANOTHER_TRIGGER");
    }
    assertThat(problems(OrderTriggers.ANY_ORDER, ahead))
        .contains("notice anchor ANCHOR_OF_ANOTHER_TRIGGER");
    assertThat(problems(TierTrigger.REACHED, member(Anchor.HAPPENED).aboutProducts(true).build()))
        .containsExactly("notice aboutProducts PRODUCTS_WITHOUT_ORDER");
  }

  @Test
  void a_text_about_an_order_cannot_be_sent_to_a_member_nor_the_other_way_round() {
    templates.with("points", "Thanks", "Your order ${order.number}");
    assertThat(problems(TierTrigger.REACHED, member(Anchor.HAPPENED).build()))
        .containsExactly("notice templateKey TEMPLATE_BROKEN");
    templates.with("points", "Thanks", "Your ${moment.points}");
    assertThat(problems(OrderTriggers.ANY_ORDER, member(Anchor.SUBMITTED).build()))
        .containsExactly("notice templateKey TEMPLATE_BROKEN");
  }

  private static Step.Builder member(Anchor anchor) {
    return new Step.Builder("notice")
        .at(1, "Notice")
        .delay(anchor, 1, 0)
        .sends(Purpose.TRANSACTIONAL, "EMAIL", "points");
  }

  private List<String> problems(String trigger, Step step) {
    return validate.problems(SeriesWorld.series(trigger, ReEntry.EACH_ORDER, 1, step)).stream()
        .map(p -> p.stepKey + " " + p.field + " " + p.code)
        .collect(Collectors.toList());
  }
}
