package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo shop after a form was refused. */
abstract class BasketAfterRefusalScenarios {
  private final URI shop;

  BasketAfterRefusalScenarios(URI shop) {
    this.shop = shop;
  }

  @Test
  void whose_password_was_refused_can_still_fill_the_basket() {
    ShopDriver visitor = new ShopDriver(shop);
    for (String again : new String[] {"other123", ""}) {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("customer.firstName", "Anna");
      form.put("customer.lastName", "Berg");
      form.put("customer.emailAddress", "refused@example.com");
      form.put("password", "secret12");
      form.put("passwordConfirm", again);
      HttpResponse<String> refused = visitor.submit("/register", "/register", form);
      assertThat(refused.statusCode()).isEqualTo(200);

      visitor.addToBasket("/coffee/harbour-espresso", 101, 1);
      assertThat(visitor.get("/cart").body()).contains("Harbour Espresso");
    }
    assertThat(visitor.checkout("refused@example.com")).isNotEmpty();
  }
}
