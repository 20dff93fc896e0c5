package org.postpurchase.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Together;

/** Many buttons pressed at the same moment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class RewardRaceContract {
  private static final int BUYERS = 20;

  private CoreDatabase database;
  private RewardShop shop;

  abstract CoreDatabase shared();

  @BeforeAll
  void open() {
    database = shared();
  }

  @BeforeEach
  void empty() {
    shop = new RewardShop(database);
  }

  @Test
  void twenty_customers_want_three_and_three_get_one() throws Exception {
    for (int round = 1; round <= 5; round++) {
      shop = new RewardShop(database);
      shop.offer(200, RewardShop.limits(3, 0));
      for (int i = 0; i < BUYERS; i++) {
        shop.give(1000 + i, 500);
      }

      List<BuyResult> results = Together.run(BUYERS, i -> () -> shop.buy(1000 + i, "race"));

      assertThat(
              results.stream()
                  .collect(Collectors.groupingBy(r -> r.verdict, Collectors.counting())))
          .as("round " + round)
          .containsEntry(CatalogueVerdict.AVAILABLE, 3L)
          .containsEntry(CatalogueVerdict.SOLD_OUT, BUYERS - 3L);
      assertThat(shop.taken()).isEqualTo(3);
      assertThat(shop.ledgerSums()).isEqualTo("purchases=3 codes=3 captured=3 open=0");
      for (int i = 0; i < BUYERS; i++) {
        assertThat(shop.usable(1000 + i)).isEqualTo(results.get(i).isBought() ? 300 : 500);
      }
    }
  }

  @Test
  void one_press_that_arrives_eight_times_pays_once() throws Exception {
    for (int round = 0; round < 10; round++) {
      long customer = 2000 + round;
      shop.offer(200, RewardShop.limits(0, 0));
      shop.give(customer, 5_000);

      List<BuyResult> results = Together.run(8, i -> () -> shop.buy(customer, "twice"));

      assertThat(results).allMatch(BuyResult::isBought);
      assertThat(results).extracting(r -> r.code.code).containsOnly(results.get(0).code.code);
      assertThat(results.stream().filter(r -> !r.repeated)).hasSize(1);
      assertThat(shop.usable(customer)).isEqualTo(4_800);
    }
  }

  @Test
  void points_for_one_reward_buy_one() throws Exception {
    for (int round = 0; round < 10; round++) {
      long customer = 3000 + round;
      shop.offer(200, RewardShop.limits(100, 0));
      shop.give(customer, 399);

      List<BuyResult> results = Together.run(8, i -> () -> shop.buy(customer, "press-" + i));

      assertThat(results.stream().filter(BuyResult::isBought)).hasSize(1);
      assertThat(shop.usable(customer)).isEqualTo(199);
      assertThat(shop.taken()).isEqualTo(round + 1);
    }
  }

  @Test
  void two_for_each_customer_means_two_even_inside_transactions_that_have_read_before()
      throws Exception {
    for (int round = 0; round < 5; round++) {
      long customer = 4000 + round;
      shop.offer(100, RewardShop.limits(0, 2));
      shop.give(customer, 5_000);

      List<Boolean> results =
          Together.run(
              6,
              i ->
                  () -> {
                    try {
                      return database.transactions.call(
                          () -> {
                            shop.show.own(customer);
                            return shop.buy(customer, "press-" + i).isBought();
                          });
                    } catch (RuntimeException givenUp) {
                      return false;
                    }
                  });

      assertThat(results.stream().filter(won -> won)).hasSizeBetween(1, 2);
      assertThat(shop.show.own(customer))
          .hasSize((int) results.stream().filter(won -> won).count());
      assertThat(shop.usable(customer)).isEqualTo(5_000 - 100L * shop.show.own(customer).size());
    }
  }
}
