package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database in a file keeps what the shop has confirmed, whatever happens to the process. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("nightly")
class KilledShopIT {
  @TempDir Path directory;

  @Test
  void orders_customers_and_the_time_survive_a_kill() {
    Map<String, String> onFile =
        Map.of("DEMO_DB_URL", "jdbc:hsqldb:file:" + directory.resolve("shop"));
    String number;
    try (DemoProcess demo = DemoProcess.start(onFile)) {
      ShopDriver shopper = new ShopDriver(demo.url());
      shopper.post("/clock", Map.of("advance", "P1000D"));
      shopper.register("anna@example.com", "secret12");
      shopper.addToBasket("/furniture/wall-shelf", 401, 1);
      number = shopper.checkout("anna@example.com");
      demo.kill();
    }

    try (DemoProcess demo = DemoProcess.start(onFile)) {
      ShopDriver shopper = new ShopDriver(demo.url());
      shopper.submit(
          "/login",
          "/login_post.htm",
          Map.of("j_username", "anna@example.com", "j_password", "secret12"));

      assertThat(shopper.get("/account").body()).contains(number);
      assertThat(demo.stop()).isEqualTo(143);
    }
  }
}
