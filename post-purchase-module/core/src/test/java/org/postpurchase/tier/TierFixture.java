package org.postpurchase.tier;

import static org.postpurchase.testkit.LoyaltyWorld.tier;
import static org.postpurchase.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.LoyaltyWorld;

/** A shop with three tiers and one member who buys. */
abstract class TierFixture {
  static final String ADA = Owners.ofCustomer(77);

  LoyaltyWorld world;

  abstract CoreDatabase database();

  @BeforeEach
  void open() {
    world = new LoyaltyWorld(database());
    world.rules.add(LoyaltyWorld.spend("EUR=1"));
    world.tiers.addAll(
        List.of(
            tier("silver", 100, 100, 10),
            tier("gold", 300, 150, 50),
            tier("black", 1_000, 200, 0)));
  }

  /** Bought, delivered, and kept longer than it can be returned. */
  final void bought(long id, long euros) {
    world.placed(order(id).registered().priced(id * 10, 2, euros * 100));
    world.delivered(id);
    world.pass(Duration.ofDays(14));
  }

  final String tierOfAda() {
    return world.engine.tiers().tierOf(ADA).map(t -> t.key).orElse("");
  }

  final List<String> changes() {
    return world.changes.stream().map(c -> c.kind + " " + c.tierKey).toList();
  }

  final void passUntil(LocalDate day) {
    Instant noon = day.atTime(12, 0).atZone(LoyaltyWorld.ZONE).toInstant();
    world.pass(Duration.between(world.clock.instant(), noon));
  }

  final long account() {
    return world.engine.ledger().open("main", ADA);
  }

  final Standing standing() {
    return world.engine.tiers().at(ADA).orElseThrow().standing;
  }
}
