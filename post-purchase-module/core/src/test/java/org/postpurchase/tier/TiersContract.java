package org.postpurchase.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.LoyaltyWorld.tier;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.Verb;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.EarningRuleTypes;
import org.postpurchase.loyalty.MailMember;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.RuleSettings;
import org.postpurchase.loyalty.jdbc.LoyaltyJdbcModule;
import org.postpurchase.order.ModelPart;
import org.postpurchase.shared.Language;

/** A member goes up and down the ladder of a shop whose other parts are real. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class TiersContract extends TierFixture {
  @Test
  void a_tier_is_reached_when_points_mature_not_when_they_are_earned() {
    world.placed(order(1).registered().priced(11, 1, 10_000));
    world.delivered(1);
    assertThat(tierOfAda()).isEmpty();

    world.pass(Duration.ofDays(14));

    assertThat(tierOfAda()).isEqualTo("silver");
    assertThat(changes()).containsExactly("REACHED silver");
    assertThat(world.balance(77).usable).isEqualTo(110);
    assertThat(world.engine.tiers().reaches(ADA, "silver")).isTrue();
    assertThat(world.engine.tiers().reaches(ADA, "gold")).isFalse();
    assertThat(world.engine.tiers().reaches(ADA, "unheard of")).isFalse();
  }

  @Test
  void each_tier_passed_gives_its_points_once_and_looking_again_changes_nothing() {
    bought(1, 400);

    assertThat(changes()).containsExactly("REACHED silver", "REACHED gold");
    assertThat(world.balance(77).usable).isEqualTo(460);
    world.run();
    long edition = standing().edition;
    world.run();
    world.pass(Duration.ofDays(1));
    assertThat(standing().edition).isEqualTo(edition);
    assertThat(world.balance(77).usable).isEqualTo(460);
  }

  @Test
  void mails_tell_members_where_they_stand_and_guests_nothing() {
    bought(1, 400);
    ProgrammeReader programmes = world;
    MailMember mails =
        new MailMember(
            programmes, world::policy, LoyaltyJdbcModule.memberCards(world.database.inserts));
    ModelPart.Subject ada = new ModelPart.Subject(null, null, "ada@example.com", 77, true);
    ModelPart.Subject guest = new ModelPart.Subject(null, null, "bo@example.com", 0, true);
    ModelPart.Subject nobody = new ModelPart.Subject(null, null, "cy@example.com", 78, true);
    Language english = Language.of(Locale.UK);

    ModelPart.Reading read =
        world.database.transactions.call(() -> mails.knowing(List.of(ada, guest, nobody)));

    String name = world.active().orElseThrow().pointsName;
    assertThat(read.of(ada, english))
        .containsEntry("points", "460 " + name)
        .containsEntry("tier", world.policy().orElseThrow().find("gold").orElseThrow().name)
        .containsEntry("missing", "600 " + name);
    assertThat(read.of(guest, english).values()).containsOnly("");
    assertThat(read.of(nobody, english).values()).containsOnly("");
    world.active = false;
    assertThat(mails.knowing(List.of(ada)).of(ada, english).values()).containsOnly("");
  }

  @Test
  void points_for_a_tier_count_towards_no_tier() {
    world.tiers.set(0, tier("silver", 100, 100, 5_000));
    bought(1, 100);

    assertThat(tierOfAda()).isEqualTo("silver");
    assertThat(world.balance(77).usable).isEqualTo(5_100);
  }

  @Test
  void spending_points_costs_no_tier() {
    bought(1, 400);
    world.engine.ledger().reserve(account(), "pay", 400, 5, world.clock.instant().plusSeconds(60));
    world.engine.ledger().capture("main", "pay");
    world.pass(Duration.ofDays(60));

    assertThat(tierOfAda()).isEqualTo("gold");
    assertThat(world.balance(77).usable).isEqualTo(60);
  }

  @Test
  void what_a_person_gives_counts_towards_no_tier() {
    world
        .engine
        .ledger()
        .adjust(
            world.engine.ledger().open("main", ADA),
            new PostingRequest(Verb.ADJUST, "gift", 0, "GOODWILL", "admin", ""),
            900,
            null);
    world.run();

    assertThat(tierOfAda()).isEmpty();
    assertThat(world.balance(77).usable).isEqualTo(900);
  }

  @Test
  void a_higher_tier_earns_more_on_the_next_purchase_and_the_cart_says_so() {
    bought(1, 400);
    world.orders.with(order(2).registered().priced(21, 1, 10_000));
    long promised = world.engine.show().ofOrder(2, 77).orElseThrow().points;

    world.placed(order(2).registered().priced(21, 1, 10_000));

    assertThat(promised).isEqualTo(150);
    assertThat(world.balance(77).pending).isEqualTo(150);
  }

  @Test
  void a_rule_for_members_of_a_tier_gives_others_nothing() {
    world.rules.add(
        EarningRule.of(EarningRuleTypes.MULTIPLY, RuleSettings.of("percent", "300"))
            .key("rule:9", 1)
            .named("Double points for Gold")
            .scope(new EarningRule.Scope(Set.of(), Set.of(), Set.of("gold")))
            .build());
    bought(1, 400);
    assertThat(world.lots(1)).extracting(l -> l.issued).containsExactly(400L);

    world.placed(order(2).registered().priced(21, 1, 10_000));

    assertThat(world.balance(77).pending).isEqualTo(300);
  }

  @Test
  void a_return_takes_a_tier_one_step_down_after_a_warning_and_thirty_days() {
    bought(1, 250);
    bought(2, 200);
    assertThat(tierOfAda()).isEqualTo("gold");

    world.returned(1, 10, 2, "all-of-it");
    Instant until = world.clock.instant().plus(Duration.ofDays(30));
    assertThat(tierOfAda()).isEqualTo("gold");
    assertThat(standing().graceUntil).isEqualTo(until);
    assertThat(standing().qualified).isEqualTo(200);
    assertThat(changes()).endsWith("AT_RISK gold");

    world.pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(tierOfAda()).isEqualTo("gold");
    world.pass(Duration.ofSeconds(1));
    assertThat(tierOfAda()).isEqualTo("silver");
    assertThat(changes()).endsWith("AT_RISK gold", "LOST gold");
    assertThat(standing().graceUntil).isNull();
  }

  @Test
  void who_gathers_enough_again_in_time_keeps_the_tier_without_another_reward() {
    bought(1, 250);
    bought(2, 60);
    long before = world.balance(77).usable;
    world.returned(2, 20, 2, "all");
    assertThat(changes()).endsWith("AT_RISK gold");

    bought(3, 60);

    assertThat(tierOfAda()).isEqualTo("gold");
    assertThat(changes()).endsWith("AT_RISK gold", "KEPT gold");
    assertThat(standing().graceUntil).isNull();
    assertThat(world.balance(77).usable).isEqualTo(before - 60 + 90);
  }

  @Test
  void who_climbs_back_is_rewarded_for_that_ascent_once() {
    bought(1, 100);
    world.returned(1, 10, 2, "all");
    world.pass(Duration.ofDays(30));
    assertThat(tierOfAda()).isEmpty();

    bought(2, 100);

    assertThat(changes())
        .containsExactly("REACHED silver", "AT_RISK silver", "LOST silver", "REACHED silver");
    assertThat(world.balance(77).usable).isEqualTo(110);
  }
}
