package org.postpurchase.splittest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.FirstPurchase;

/** What went wrong with A/B tests of mails in other products, tried here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SplitTestReportsTest {
  private final SplitShop shop = new SplitShop(Databases.hsqldb());

  @BeforeEach
  void open() {
    shop.fresh();
  }

  @AfterEach
  void close() {
    shop.clear();
  }

  /** mautic/mautic 14535: once a winner is declared the step is empty and sends nothing. */
  @Test
  void after_the_winner_is_taken_the_loser_can_be_removed_and_mails_still_leave() {
    shop.begin(Goal.ORDERED, "other");
    shop.arms(600, 60, 600, 160);
    assertThat(shop.end(2)).contains("other");
    shop.world.templates.remove("how-to");
    for (int i = 1; i <= 10; i++) {
      shop.buy(i, "p" + i + "@example.com");
    }
    shop.world.pass(Duration.ofDays(2));
    assertThat(sent()).hasSize(10).allMatch(row -> row.get("TEMPLATE_KEY").equals("other"));
  }

  /** mautic/mautic 14535, the other way round: an arm is removed while the test runs. */
  @Test
  void a_mail_that_is_removed_during_the_test_is_still_sent_as_it_was() {
    shop.begin(Goal.ORDERED, "other");
    shop.world.templates.remove("other");
    for (int i = 1; i <= 20; i++) {
      shop.buy(i, "p" + i + "@example.com");
    }
    shop.world.pass(Duration.ofDays(2));
    assertThat(sent()).hasSize(20).anyMatch(row -> row.get("TEMPLATE_KEY").equals("other"));
  }

  /** mautic/mautic 3898: a decision on the mail does not see what happened to its variant. */
  @Test
  void a_condition_on_a_click_sees_clicks_in_every_wording() {
    Step next =
        FirstPurchase.marketing("review-request", 3, Anchor.SUBMITTED, 3)
            .onlyIf(ConditionType.CLICKED, "how-to")
            .build();
    shop.publish("how-to", next);
    shop.world.node.clicks.switchTo(true);
    shop.world.clock.advance(Duration.ofSeconds(11));
    shop.begin(Goal.CLICKED, "other");
    for (int i = 1; i <= 20; i++) {
      shop.buy(i, "p" + i + "@example.com");
    }
    shop.world.pass(Duration.ofDays(1));
    for (int i = 1; i <= 20; i++) {
      shop.click(i, "how-to", shop.world.clock.instant().plusSeconds(60), "COUNTED");
    }
    shop.world.pass(Duration.ofDays(3));
    assertThat(shop.noted()).hasSize(2);
    assertThat(shop.database.count("PP_MESSAGE where STEP_KEY = 'review-request'")).isEqualTo(20);
  }

  /** thirdset/ThirdSetMauticTimingBundle 27: with a time to send at, both variants are sent. */
  @Test
  void a_step_that_waits_for_its_hour_sends_one_wording() {
    Step step =
        new Step.Builder("how-to")
            .at(2, "How-to")
            .delay(Anchor.SUBMITTED, 0, 1)
            .window(LocalTime.of(3, 0), LocalTime.of(4, 0))
            .sends(Purpose.MARKETING, "EMAIL", "how-to")
            .build();
    shop.publish(step);
    shop.begin(Goal.ORDERED, "other");
    for (int i = 1; i <= 20; i++) {
      shop.buy(i, "p" + i + "@example.com");
    }
    shop.world.pass(Duration.ofDays(2));
    assertThat(sent()).hasSize(20);
    assertThat(shop.database.count("PP_TOUCH_DECISION where REASON_CODE = 'OUTSIDE_SEND_WINDOW'"))
        .isPositive();
    assertThat(shop.noted().stream().mapToLong(n -> n).sum()).isEqualTo(20);
  }

  /** mautic/mautic 1520: people who arrive one at a time all get the same variant. */
  @Test
  void people_who_come_one_at_a_time_get_both_wordings() {
    shop.begin(Goal.ORDERED, "other");
    for (int i = 1; i <= 30; i++) {
      shop.buy(i, "p" + i + "@example.com");
      shop.world.pass(Duration.ofHours(25));
    }
    assertThat(shop.noted()).hasSize(2).allMatch(n -> n >= 5);
  }

  /** mautic/mautic 14098: a variant gets round the rule that a mail is sent to a person once. */
  @Test
  void deciding_a_step_twice_sends_one_wording() {
    shop.begin(Goal.ORDERED, "other");
    shop.buy(1, "ada@example.com");
    shop.world.clock.advance(Duration.ofDays(1));
    shop.world.engine.dueSteps().runDue();
    shop.database.jdbc.update(
        "update PP_STEP_EXECUTION set STATE = 'SCHEDULED' where STEP_KEY = 'how-to'");
    shop.database.jdbc.update("update PP_ENROLLMENT set STATE = 'ACTIVE'");
    shop.world.engine.dueSteps().runDue();
    assertThat(sent()).hasSize(1);
    assertThat(shop.database.count("PP_SPLIT_PERSON")).isEqualTo(1);
  }

  private List<Map<String, Object>> sent() {
    return shop.database.jdbc.queryForList(
        "select TEMPLATE_KEY from PP_MESSAGE where STEP_KEY = 'how-to' and STATE in ('SENT',"
            + " 'QUEUED')");
  }
}
