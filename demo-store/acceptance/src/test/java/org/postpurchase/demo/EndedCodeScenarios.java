package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A reward's code ends while it sits in the basket, before or after the price was shown. */
abstract class EndedCodeScenarios extends SpendingScenarios {
  EndedCodeScenarios(URI shop, DataSource settings) {
    super(shop, settings);
  }

  @Test
  void an_expired_code_is_taken_off_with_its_reason_and_the_order_goes_on() throws SQLException {
    String code = codeInTheBasket("ended-code@example.com");
    shopper.waits("P100D");
    shopper.enterDetails("ended-code@example.com");
    assertThat(shopper.get("/checkout/review").body()).contains(code + " has expired", "19.60");

    String number = shopper.placeOrder();

    assertThat(shopper.get("/confirmation/" + number).body())
        .contains(code + " has expired. It was taken off your order", "19.60")
        .doesNotContain("16.60");
  }

  @Test
  void a_code_that_ends_at_the_last_moment_is_told_and_the_next_press_orders() throws SQLException {
    String code = codeInTheBasket("last-moment@example.com");
    shopper.enterDetails("last-moment@example.com");
    assertThat(shopper.get("/checkout/review").body()).contains("16.60");
    sql("update PP_REWARD_CODE set STATE = 'REVOKED' where CODE = '" + code + "'");

    HttpResponse<String> refused =
        shopper.submit("/checkout/review", "/checkout/complete", Map.of());

    assertThat(refused.headers().firstValue("Location").orElseThrow()).contains("/checkout/review");
    assertThat(shopper.get("/checkout/review").body())
        .contains(code + " is no longer valid. It was taken off your order", "19.60")
        .doesNotContain("16.60");
    assertThat(shopper.placeOrder()).isNotEmpty();
  }

  private String codeInTheBasket(String address) throws SQLException {
    sql(
        "update PP_LOYALTY_REWARD set COST_POINTS = 500, STOCK = null, PER_CUSTOMER = null,"
            + " TIER_KEY = null where PRESET_KEY = 'discount'");
    earns(address);
    String reward =
        "reward:" + number("select REWARD_ID from PP_LOYALTY_REWARD where PRESET_KEY = 'discount'");
    long version = number("select EDITION from PP_LOYALTY_REWARD where PRESET_KEY = 'discount'");
    String token = UUID.randomUUID().toString();
    shopper.submit(
        "/account/points",
        "/account/post-purchase/rewards",
        Map.of("reward", reward, "version", String.valueOf(version), "token", token));
    String page = shopper.get("/account/points?got=" + token).body();
    String code = page.replaceAll("(?s).*?<code>([A-Z2-9-]+)</code>.*", "$1");
    shopper.addToBasket("/coffee/harbour-espresso", 101, 2);
    assertThat(shopper.enterCode(code).body()).contains(code, "16.60");
    return code;
  }
}
