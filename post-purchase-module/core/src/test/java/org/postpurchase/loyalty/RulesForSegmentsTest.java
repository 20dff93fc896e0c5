package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.loyalty.jdbc.LoyaltyJdbcModule;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.person.PersonRef;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.Events;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.OrderFixture;

/** Rules that are for the customers of a segment, and what series hear of points. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesForSegmentsTest {
  private static final long VIP = 77;
  private static final long OTHER = 78;
  private final List<String> questions = new ArrayList<>();
  private final Set<PersonRef> members = new HashSet<>(Set.of(PersonRef.ofCustomer(VIP)));
  private LoyaltyWorld world;

  @BeforeEach
  void open() {
    world = new LoyaltyWorld(Databases.hsqldb());
    world.engine.with(this::membersAmong);
    world.rules.add(LoyaltyWorld.spend("EUR=1"));
    world.rules.add(
        EarningRule.of(EarningRuleTypes.SPEND, RuleSettings.of("rates", "EUR=2"))
            .key("rule:2", 1)
            .named("For VIPs")
            .scope(new EarningRule.Scope(Set.of(), Set.of(), Set.of(), "vip"))
            .build());
  }

  private Set<PersonRef> membersAmong(String key, Collection<PersonRef> persons) {
    questions.add(key);
    Set<PersonRef> found = new HashSet<>(persons);
    found.retainAll(members);
    return found;
  }

  private static OrderFixture of(long id, long customer) {
    return order(id)
        .customer(customer)
        .registered()
        .email("c" + customer + "@example.com")
        .priced(id * 10, 1, 5_000);
  }

  private long earned(long order) {
    return world.lots(order).stream().mapToLong(lot -> lot.issued).sum();
  }

  @Test
  void pay_its_members_and_nobody_else() {
    world.placed(of(1, VIP));
    world.placed(of(2, OTHER));
    world.placed(order(3).email("guest@example.com").priced(30, 1, 5_000));
    assertThat(earned(1)).isEqualTo(150);
    assertThat(earned(2)).isEqualTo(50);
    assertThat(earned(3)).as("a guest").isEqualTo(50);
    members.clear();
    world.placed(of(4, VIP));
    assertThat(earned(4)).as("after leaving").isEqualTo(50);
    assertThat(earned(1)).as("what was earned stays").isEqualTo(150);
  }

  @Test
  void are_asked_about_once_for_a_batch() {
    List<org.postpurchase.order.OrderEvent> events = new ArrayList<>();
    for (long id = 1; id <= 20; id++) {
      world.orders.with(of(id, id % 2 == 0 ? VIP + 100 * id : OTHER + 100 * id));
      events.add(Events.submitted(id));
    }
    world.database.transactions.run(() -> world.engine.handler().handle(events));
    assertThat(questions).containsExactly("vip");
  }

  /** A series waits for everything. */
  private static final class Door implements Moments {
    private final List<Moment> reported = new ArrayList<>();

    @Override
    public int report(Collection<Moment> moments) {
      reported.addAll(moments);
      return 0;
    }

    @Override
    public Optional<Audience> audience(String trigger) {
      return Optional.of(new Audience(java.time.Duration.ZERO, java.time.Instant.EPOCH));
    }
  }

  @Test
  void series_hear_of_what_an_order_has_earned_until_it_is_taken_back() {
    Door door = new Door();
    EarnedPoints earned = LoyaltyJdbcModule.earned(world.database.inserts);
    EventHandler telling =
        new TellEarnedPoints(world.engine.handler(), earned, world.orders, () -> door);
    world.orders.with(of(1, VIP));
    world.orders.with(order(2).email("free@example.com").priced(20, 1, 0));
    world.database.transactions.run(
        () -> telling.handle(List.of(Events.submitted(1), Events.submitted(2))));
    assertThat(door.reported).as("nothing about an order without points").hasSize(1);
    Moment told = door.reported.get(0);
    assertThat(told.key).isEqualTo("order:1");
    assertThat(told.customerId).hasValue(VIP);

    PointsEarnedTrigger trigger =
        new PointsEarnedTrigger(earned, world, "https://shop.example/points");
    assertThat(trigger.factsAt(told, Locale.UK, world.clock.instant()).get().numberOf("points"))
        .hasValue(150);
    world.cancelled(of(1, VIP).state(OrderState.CANCELLED), 1);
    assertThat(trigger.factsOf(Map.of(told, Locale.UK), world.clock.instant())).isEmpty();
  }
}
