package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.postpurchase.migrations.testkit.TestDatabase;

/**
 * Many shoppers at once, and power cuts, on a real database with site and admin both running the
 * relay. Power cuts: system property {@code pp.power.cuts} (1 in a normal build).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@Tag("nightly")
abstract class CrowdContract {
  private static final int CROWD = 200;
  private static final int CUTS = Integer.getInteger("pp.power.cuts", 1);

  private TestDatabase database;
  private Shop shop;

  abstract TestDatabase fresh();

  @BeforeAll
  void open() {
    database = fresh();
    shop = new Shop(database);
  }

  @AfterAll
  void drop() {
    if (shop != null) {
      shop.close();
    }
    if (database != null) {
      database.close();
    }
  }

  @Test
  @Order(1)
  void two_hundred_concurrent_checkouts_are_two_hundred_orders_events_and_mails() throws Exception {
    long before = shop.submittedOrders();
    List<ShopDriver> shoppers = readyShoppers(CROWD);
    CountDownLatch gun = new CountDownLatch(1);
    List<Callable<String>> clicks = new ArrayList<>();
    for (ShopDriver shopper : shoppers) {
      clicks.add(
          () -> {
            gun.await();
            return shopper.placeOrder();
          });
    }

    List<String> numbers = all(clicks, CROWD, gun);

    assertThat(numbers).hasSize(CROWD).doesNotHaveDuplicates();
    shop.awaitMailsEqualToOrders(240);
    assertThat(shop.submittedOrders()).isEqualTo(before + CROWD);
    assertThat(shop.events()).isEqualTo(before + CROWD);
    assertThat(shop.mails()).isEqualTo(before + CROWD);
    assertThat(shop.mailedTwice()).isEmpty();
    assertThat(shop.unwell()).isEmpty();
  }

  @Test
  @Order(2)
  void a_power_cut_at_any_moment_loses_no_event_and_no_mail_and_doubles_none() throws Exception {
    Random random = new Random(20261121);
    for (int cut = 0; cut < CUTS; cut++) {
      List<ShopDriver> shoppers = readyShoppers(12);
      long before = shop.submittedOrders();
      ExecutorService pool = Executors.newFixedThreadPool(12);
      shoppers.forEach(shopper -> pool.submit(() -> ignoringTheCut(shopper)));
      shop.awaitOrders(before + 1 + random.nextInt(10), 30);
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(60_000)));
      shop.kill();
      pool.shutdownNow();
      shop.restart();
      shop.awaitMailsEqualToOrders(240);
      assertThat(shop.events()).as("events after cut %s", cut).isEqualTo(shop.submittedOrders());
      assertThat(shop.mailedTwice()).isEmpty();
    }
    assertThat(shop.submittedOrders()).as("something was bought at all").isPositive();
  }

  private List<ShopDriver> readyShoppers(int count) throws Exception {
    List<Callable<ShopDriver>> visits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String email = "crowd-" + System.nanoTime() + "-" + i + "@example.com";
      visits.add(
          () -> {
            ShopDriver shopper = new ShopDriver(shop.url());
            shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
            shopper.enterDetails(email);
            return shopper;
          });
    }
    return all(visits, 4, new CountDownLatch(0));
  }

  private static <T> List<T> all(List<Callable<T>> work, int threads, CountDownLatch gun)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = work.stream().map(pool::submit).toList();
      gun.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(600, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static void ignoringTheCut(ShopDriver shopper) {
    try {
      shopper.placeOrder();
    } catch (IllegalStateException | AssertionError cut) {
      // the shop went away in the middle of it; whether the order was taken is what the test finds
      // out
    }
  }
}
