package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Earning points with one order and paying the next one with them, over plain HTTP. */
abstract class PayingWithPointsScenarios extends SpendingScenarios {
  private static final String FORM = "/cart/post-purchase/points";

  PayingWithPointsScenarios(URI shop, DataSource settings) {
    super(shop, settings);
  }

  @Test
  void a_member_pays_a_part_in_points_and_the_courier_the_rest() throws SQLException {
    sql("update PP_LOYALTY_PROGRAMME set BLOCK_POINTS = 100, MAX_SHARE_PERCENT = 50");
    earns("member-points@example.com");
    shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
    assertThat(cart()).contains("Use your points", "name=\"use\" value=\"all\"");

    assertThat(shopper.submit("/cart", FORM, Map.of("use", "all", "back", "/cart")).statusCode())
        .isEqualTo(302);
    assertThat(cart()).contains("Paid with 400 points", "Left to pay", "Pay without points");

    assertThat(
            shopper
                .submit("/cart", FORM, Map.of("use", "none", "back", "//elsewhere.example"))
                .headers()
                .firstValue("Location")
                .orElseThrow())
        .endsWith("/cart");
    assertThat(cart()).doesNotContain("Left to pay");

    shopper.submit("/cart", FORM, Map.of("use", "some", "points", "350", "back", "/cart"));
    String number = shopper.checkout("member-points@example.com");
    assertThat(shopper.get("/confirmation/" + number).body())
        .contains("Paid with 300 points", "You pay the courier: ");
  }

  @Test
  void nothing_is_left_to_pay_when_points_pay_for_all() throws SQLException {
    sql("update PP_LOYALTY_PROGRAMME set BLOCK_POINTS = 1, MAX_SHARE_PERCENT = 100");
    earns("all-points@example.com");
    shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
    shopper.enterDetails("all-points@example.com");
    String review = shopper.get("/checkout/review").body();
    assertThat(review).contains("Use your points").contains("value=\"/checkout/review\"");

    HttpResponse<String> used =
        shopper.submit("/checkout/review", FORM, Map.of("use", "all", "back", "/checkout/review"));
    assertThat(used.headers().firstValue("Location").orElseThrow()).endsWith("/checkout/review");
    assertThat(shopper.get("/checkout/review").body()).contains("nothing is left to pay");
    String number = shopper.placeOrder();

    assertThat(shopper.get("/confirmation/" + number).body())
        .contains("Paid with 980 points", "You pay the courier nothing");
  }

  @Test
  void points_that_are_gone_at_the_last_click_are_told_and_the_next_click_orders_without_them()
      throws SQLException {
    sql("update PP_LOYALTY_PROGRAMME set BLOCK_POINTS = 100, MAX_SHARE_PERCENT = 50");
    earns("too-late@example.com");
    shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
    shopper.submit("/cart", FORM, Map.of("use", "all", "back", "/cart"));
    shopper.enterDetails("too-late@example.com");
    assertThat(shopper.get("/checkout/review").body()).contains("Paid with 400 points");

    String refused;
    try {
      sql("update PP_LOYALTY_PROGRAMME set ACTIVE = false");
      refused =
          shopper
              .submit("/checkout/review", "/checkout/complete", Map.of())
              .headers()
              .firstValue("Location")
              .orElseThrow();
    } finally {
      sql("update PP_LOYALTY_PROGRAMME set ACTIVE = true");
    }

    assertThat(refused).contains("/checkout/review");
    assertThat(shopper.get("/checkout/review").body())
        .contains("The points you chose can no longer be used", "Use your points")
        .doesNotContain("Left to pay");
    String number = shopper.placeOrder();
    assertThat(shopper.get("/confirmation/" + number).body()).doesNotContain("Paid with");
  }

  @Test
  void looking_changes_nothing_and_nobody_elses_page_may_press_the_button() throws SQLException {
    sql("update PP_LOYALTY_PROGRAMME set BLOCK_POINTS = 100, MAX_SHARE_PERCENT = 50");
    earns("careful@example.com");
    shopper.addToBasket("/coffee/harbour-espresso", 101, 2);

    shopper.get(FORM + "?use=all");
    assertThat(cart()).doesNotContain("Left to pay");
    assertThat(shopper.post(FORM, Map.of("use", "all")).statusCode()).isNotEqualTo(302);
    assertThat(cart()).doesNotContain("Left to pay");
  }

  @Test
  void a_guest_sees_nothing_of_it() {
    shopper.addToBasket("/coffee/harbour-espresso", 101, 1);

    assertThat(cart()).doesNotContain("pp-redeem");
    shopper.submit("/cart", FORM, Map.of("use", "all", "back", "/cart"));
    assertThat(cart()).doesNotContain("Left to pay");
  }

  private String cart() {
    return shopper.get("/cart").body();
  }
}
