package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes with time, and what leads back to the shop, over plain HTTP. */
abstract class OccasionScenarios {
  private static final String ADDRESS = "left@example.com";

  private final URI shop;

  OccasionScenarios(URI shop) {
    this.shop = shop;
  }

  @Test
  void a_cart_that_was_left_is_reminded_of_and_its_link_fills_any_basket_once() {
    set("A cart was left", "ACTIVE");
    try {
      leaveACart();
    } finally {
      set("A cart was left", "DRAFT");
    }
  }

  private void leaveACart() {
    Buyer buyer = new Buyer(shop, "left");
    buyer.buys(true);
    buyer.waits("P2D");
    ShopDriver leaving = new ShopDriver(shop);
    leaving.addToBasket("/brewing/stoneware-dripper", 201, 2);
    leaving.enterDetails(ADDRESS);
    leaving.waits("PT3H");

    Mail reminder = buyer.lastMail();
    assertThat(reminder.subject).isEqualTo("Still in your basket: Stoneware Dripper");
    String link =
        reminder.links().stream().filter(l -> l.contains("/basket/")).findFirst().orElseThrow();
    String path = URI.create(link).getPath();

    ShopDriver stranger = new ShopDriver(shop);
    stranger.addToBasket("/coffee/harbour-espresso", 101, 1);
    assertThat(stranger.get(path).body())
        .contains("Stoneware Dripper", "2 ×")
        .doesNotContain(ADDRESS, "Anna", "Berg", "Hafenweg");
    assertThat(stranger.get("/cart").body()).doesNotContain("Stoneware Dripper");
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = stranger.post(path, Map.of());
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/cart");
    }
    String cart = stranger.get("/cart").body();
    assertThat(cart).contains("Stoneware Dripper", "Harbour Espresso").doesNotContain(ADDRESS);
    assertThat(cart.split("id=\"quantity-", -1)).as("two kinds of goods").hasSize(3);
    assertThat(cart)
        .as("pressed twice, added once")
        .containsPattern("id=\"quantity-\\d+\" value=\"2\"");
    assertThat(stranger.get("/account").body()).doesNotContain(ADDRESS);
    assertThat(stranger.get(path + "x").statusCode()).isEqualTo(404);

    buyer.waits("P1D");
    int reminders = buyer.subjects().size();
    leaving.placeOrder();
    buyer.waits("P4D");
    assertThat(buyer.subjects().subList(reminders, buyer.subjects().size()))
        .as("a cart that was paid")
        .noneMatch(subject -> subject.startsWith("Still in your basket"));
  }

  @Test
  void a_new_account_is_welcomed_once() {
    set("Welcome to a new account", "ACTIVE");
    try {
      welcome();
    } finally {
      set("Welcome to a new account", "DRAFT");
    }
  }

  private void welcome() {
    ShopDriver visitor = new ShopDriver(shop);
    visitor.register("welcome@example.com", "secret123");
    visitor.waits("PT1H");
    visitor.waits("P9D");

    assertThat(new Buyer(shop, "welcome").subjects())
        .as("who did not agree gets no advertising")
        .containsExactly("Welcome to Fennbrook");
    String why =
        Merchant.signIn(shop, "admin")
            .get("/admin/post-purchase-enrollments/why?person=welcome@example.com")
            .body();
    assertThat(why)
        .contains("Welcome to a new account", "The person has not agreed to advertising.");
  }

  private void set(String name, String status) {
    Merchant merchant = Merchant.signIn(shop, "admin");
    String series = merchant.series(name);
    Map<String, String> form = merchant.form(series);
    form.put(Merchant.field("status"), status);
    assertThat(merchant.post(series, form).statusCode()).isEqualTo(302);
  }
}
