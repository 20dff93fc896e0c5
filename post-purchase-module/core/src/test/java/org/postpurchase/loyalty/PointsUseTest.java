package org.postpurchase.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ledger.EarnRequest;
import org.postpurchase.ledger.LotCause;
import org.postpurchase.shared.Money;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.Seed;

/** What the page of points, the cart and mails say can be used is one and the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PointsUseTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Money LARGE = Money.ofMinor(10_000_000, EUR);

  private LoyaltyWorld world;

  @BeforeEach
  void open_the_shop() {
    world = new LoyaltyWorld(Databases.hsqldb());
    world.minimum = 500;
    world.block = 1;
    world.sharePercent = 100;
  }

  private RedemptionOffer cart(long customer, Money amount) {
    return world.engine.redeem().offer(customer, amount, amount);
  }

  private PointsUse page(long customer) {
    return world.engine.show().ofCustomer(customer, EUR, 20, 0).orElseThrow().use;
  }

  private void give(long customer, long points) {
    world
        .engine
        .ledger()
        .earn(
            new EarnRequest(
                "main",
                Owners.ofCustomer(customer),
                "gift:" + customer,
                points,
                LotCause.of("ADJUST"),
                world.clock.instant(),
                null,
                true));
  }

  @Test
  void below_the_minimum_both_say_how_many_are_missing_and_neither_a_worth() {
    give(1, 485);

    assertThat(page(1).state).isEqualTo(PointsUse.State.TOO_FEW_POINTS);
    assertThat(page(1).missing).isEqualTo(15);
    assertThat(page(1).worth).isEmpty();
    assertThat(cart(1, LARGE).problem).isEqualTo(RedemptionOffer.Problem.TOO_FEW_POINTS);
    assertThat(cart(1, LARGE).use.missing).isEqualTo(15);
  }

  @Test
  void a_minimum_between_two_blocks_is_the_next_whole_block() {
    world.minimum = 250;
    world.block = 100;
    give(1, 270);

    assertThat(page(1).least).isEqualTo(300);
    assertThat(page(1).missing).isEqualTo(30);
    assertThat(cart(1, LARGE).problem).isEqualTo(RedemptionOffer.Problem.TOO_FEW_POINTS);
  }

  @Test
  void where_points_pay_nothing_they_are_worth_nothing() {
    give(1, 5000);
    world.sharePercent = 0;

    assertThat(page(1).state).isEqualTo(PointsUse.State.NOT_OFFERED);
    assertThat(page(1).worth).isEmpty();
    assertThat(cart(1, LARGE).problem).isEqualTo(RedemptionOffer.Problem.NOT_OFFERED);
  }

  @Test
  void whatever_the_settings_a_cart_that_is_large_enough_takes_what_the_page_says() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      world.minimum = random.nextInt(4) * 137L;
      world.block = 1 + random.nextInt(3) * 49L;
      world.sharePercent = new int[] {0, 30, 100}[random.nextInt(3)];
      long customer = 100 + i;
      give(customer, 1 + random.nextInt(700));
      String what =
          "seed "
              + seed
              + ", case "
              + i
              + ": "
              + world.minimum
              + "/"
              + world.block
              + "/"
              + world.sharePercent;

      PointsUse page = page(customer);
      RedemptionOffer cart = cart(customer, LARGE);

      assertThat(cart.use.state).as(what).isEqualTo(page.state);
      assertThat(cart.isPossible()).as(what).isEqualTo(page.state == PointsUse.State.READY);
      assertThat(cart.use.missing).as(what).isEqualTo(page.missing);
      if (cart.isPossible()) {
        assertThat(cart.maxPoints)
            .as(what)
            .isBetween(page.most - page.most % world.block, page.most);
        assertThat(cart.maxPoints).as(what).isGreaterThanOrEqualTo(page.least);
      }
      for (long cents : new long[] {1, 40, 99, 100, 250, 251, 500, 3000}) {
        RedemptionOffer small = cart(customer, Money.ofMinor(cents, EUR));
        if (page.state != PointsUse.State.READY) {
          assertThat(small.maxPoints).as(what + " " + cents).isZero();
        }
        assertThat(small.problem == RedemptionOffer.Problem.TOO_FEW_POINTS)
            .as(what + " " + cents)
            .isEqualTo(page.state == PointsUse.State.TOO_FEW_POINTS);
      }
    }
  }
}
