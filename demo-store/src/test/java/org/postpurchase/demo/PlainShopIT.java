package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a shopper, a merchant and a script can do in the demo store, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("nightly")
class PlainShopIT {
  private static DemoProcess demo;

  private final ShopDriver shopper = new ShopDriver(demo.url());

  @BeforeAll
  static void open() {
    demo = DemoProcess.start();
  }

  @AfterAll
  static void close() {
    demo.close();
  }

  @Test
  void a_guest_orders_and_sees_the_confirmation() {
    shopper.addToBasket("/coffee/harbour-espresso", 101, 2);
    shopper.addToBasket("/last-chance/enamel-pot", 501, 1);

    String number = shopper.checkout("anna@example.com");

    assertThat(shopper.get("/confirmation/" + number).body())
        .contains("Thank you", number, "Harbour Espresso", "Enamel Camping Pot", "€48.50");
  }

  @Test
  void an_order_is_shown_to_nobody_else() {
    shopper.addToBasket("/coffee/garden-mint-tea", 104, 1);
    String number = shopper.checkout("anna@example.com");

    String page = new ShopDriver(demo.url()).get("/confirmation/" + number).body();

    assertThat(page).doesNotContain("anna@example.com");
  }

  @Test
  void missing_details_are_named_beside_their_fields() {
    shopper.addToBasket("/coffee/meadow-filter", 102, 1);

    HttpResponse<String> page =
        shopper.submit("/checkout", "/checkout/details", Map.of("emailAddress", "nobody"));

    assertThat(page.body())
        .contains(
            "This does not look like an e-mail address",
            "Please enter a postcode.",
            "Please choose a country.");
  }

  @Test
  void a_customer_finds_the_order_in_the_account() {
    shopper.register("berta@example.com", "secret12");
    shopper.addToBasket("/brewing/everyday-mug", 205, 1);
    String number = shopper.checkout("berta@example.com");

    assertThat(shopper.get("/account").body()).contains(number);
    assertThat(shopper.get("/account/orders/" + number).body()).contains("Everyday Mug");
  }

  @Test
  void a_promotion_code_lowers_the_total() {
    shopper.addToBasket("/brewing/gooseneck-kettle", 204, 1);

    HttpResponse<String> page =
        shopper.submit("/cart", "/cart/promo", Map.of("promoCode", "WELCOME10"));

    assertThat(page.body()).contains("WELCOME10", "€44.10");
  }

  @Test
  void search_finds_products_by_a_word() {
    assertThat(shopper.get("/search?q=soap").body())
        .contains("Hand Soap Refill")
        .doesNotContain("Oak Wall Shelf");
  }

  @Test
  void the_clock_moves_forward_and_dates_orders() {
    Instant before = now();

    shopper.post("/clock", Map.of("advance", "P10D"));

    assertThat(Duration.between(before, now()))
        .isBetween(Duration.ofDays(10), Duration.ofDays(10).plusMinutes(5));
    shopper.register("dora@example.com", "secret12");
    shopper.addToBasket("/brewing/paper-filters", 202, 1);
    String began = today();
    shopper.checkout("dora@example.com");
    String ended = today(); // another day at midnight
    assertThat(shopper.get("/account").body()).containsAnyOf(began, ended);
  }

  @Test
  void the_clock_refuses_to_go_back_in_words() {
    HttpResponse<String> back = shopper.post("/clock", Map.of("advance", "-P1D"));
    HttpResponse<String> unreadable = shopper.post("/clock", Map.of("advance", "soon"));

    assertThat(back.statusCode()).isEqualTo(400);
    assertThat(back.body()).contains("forward", "-P1D");
    assertThat(unreadable.statusCode()).isEqualTo(400);
    assertThat(unreadable.body()).contains("ISO-8601", "soon");
  }

  @Test
  void the_warehouse_ships_delivers_and_cancels() {
    shopper.addToBasket("/home-refills/soap-refill", 302, 2);
    String number = shopper.checkout("carla@example.com");

    assertThat(shopper.post("/orders/" + number + "/ship", Map.of()).statusCode()).isEqualTo(200);
    assertThat(shopper.post("/orders/" + number + "/deliver", Map.of()).statusCode())
        .isEqualTo(200);
    assertThat(
            shopper
                .post("/orders/" + number + "/return", Map.of("line", "1", "quantity", "1"))
                .statusCode())
        .isEqualTo(200);
    assertThat(shopper.post("/orders/" + number + "/return", Map.of("line", "7")).body())
        .contains("no line 7");
    assertThat(shopper.post("/orders/" + number + "/cancel", Map.of()).statusCode()).isEqualTo(200);
    assertThat(shopper.post("/orders/4711/ship", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void the_mailbox_answers_as_page_and_as_json() {
    assertThat(shopper.get("/mailbox").body()).contains("Mailbox");
    assertThat(shopper.json("/mailbox.json")).startsWith("[");
  }

  @Test
  void two_hundred_guests_order_at_the_same_time() throws Exception {
    int guests = 200;
    CyclicBarrier together = new CyclicBarrier(guests);
    ExecutorService threads = Executors.newFixedThreadPool(guests);
    List<Future<String>> orders = new ArrayList<>();
    for (int guest = 0; guest < guests; guest++) {
      String email = "guest" + guest + "@example.com";
      orders.add(
          threads.submit(
              () -> {
                ShopDriver browser = new ShopDriver(demo.url());
                browser.addToBasket("/home-refills/brush-heads", 304, 1);
                together.await(2, TimeUnit.MINUTES);
                return browser.checkout(email);
              }));
    }

    Set<String> numbers = new HashSet<>();
    for (Future<String> order : orders) {
      numbers.add(order.get());
    }
    threads.shutdown();

    assertThat(numbers).hasSize(guests);
  }

  @Test
  void the_admin_asks_for_a_name_and_a_password() {
    assertThat(shopper.get("/admin/login").body()).contains("j_username", "j_password");
  }

  private String today() {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
        .format(now().atZone(ZoneOffset.UTC));
  }

  private Instant now() {
    return Instant.parse(shopper.json("/clock").replaceAll(".*\"now\":\"([^\"]+)\".*", "$1"));
  }
}
