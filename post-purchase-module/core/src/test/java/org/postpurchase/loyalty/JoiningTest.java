package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.Together;

/** A programme that one joins by a click. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JoiningTest {
  private static final String TEXT = "I want points, terms 1.";
  private LoyaltyWorld world;

  @BeforeEach
  void open() {
    world = new LoyaltyWorld(Databases.hsqldb());
    world.joining = Joining.BY_CLICK;
    world.rules.add(LoyaltyWorld.spend("EUR=1"));
  }

  @Test
  void nothing_is_earned_before_and_everything_after() {
    world.placed(order(1).registered().priced(11, 1, 10_000));
    assertThat(world.balance(77).pending).isZero();
    assertThat(world.engine.join().isOpenTo(77)).isTrue();

    world.pass(Duration.ofSeconds(1));
    assertThat(world.engine.join().join(77, TEXT)).isTrue();
    world.placed(order(2).registered().priced(21, 1, 5_000));

    assertThat(world.balance(77).pending).isEqualTo(50);
    assertThat(world.engine.join().isOpenTo(77)).isFalse();
    assertThat(
            world.database.jdbc.queryForMap(
                "select OWNER_KEY, TERMS_VERSION, TEXT_SHOWN from PP_LOYALTY_MEMBER"))
        .containsEntry("OWNER_KEY", "customer:77")
        .containsEntry("TERMS_VERSION", 1)
        .containsEntry("TEXT_SHOWN", TEXT);
  }

  @Test
  void an_order_placed_before_earns_nothing_even_if_it_is_handled_after() {
    world.orders.with(order(1).registered().submittedAt(world.clock.instant()).priced(11, 1, 100));
    world.pass(Duration.ofMinutes(1));
    world.engine.join().join(77, TEXT);
    assertThat(world.engine.show().ofOrder(1, 77)).isEmpty();
  }

  @Test
  void joining_again_and_eight_times_at_once_is_joining_once_and_pays_once() throws Exception {
    world.rules.add(
        EarningRule.of(
                EarningRuleTypes.EVENT,
                RuleSettings.of("points", "50").and("eventCode", JoinProgramme.EVENT))
            .key("rule:5", 1)
            .named("Hello")
            .build());

    long joined =
        Together.run(8, thread -> () -> world.engine.join().join(77, TEXT)).stream()
            .filter(b -> b)
            .count();

    assertThat(joined).isEqualTo(1);
    assertThat(world.engine.join().join(77, "other words")).isFalse();
    assertThat(world.balance(77).usable).isEqualTo(50);
  }

  @Test
  void a_guests_order_waits_all_the_same() {
    world.placed(order(1).priced(11, 1, 10_000));

    assertThat(world.lots(1)).extracting(l -> l.issued).containsExactly(100L);
    assertThat(world.engine.claims().claim(1, 77)).as("not before joining").isEmpty();
    world.engine.join().join(77, TEXT);
    assertThat(world.engine.claims().claim(1, 77)).isPresent();
    assertThat(world.balance(77).pending).isEqualTo(100);
  }

  @Test
  void where_everybody_is_a_member_there_is_nothing_to_join() {
    world.joining = Joining.AUTOMATIC;

    assertThat(world.engine.join().isOpenTo(77)).isFalse();
    assertThat(world.engine.join().join(77, TEXT)).isFalse();
    assertThat(world.database.count("PP_LOYALTY_MEMBER")).isZero();
  }
}
