package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Points from the first purchase to the second, over plain HTTP. */
abstract class PointsScenarios {
  private final URI shop;

  PointsScenarios(URI shop) {
    this.shop = shop;
  }

  private ShopDriver member(String name) {
    ShopDriver browser = new ShopDriver(shop);
    browser.register(name + "@example.com", "secret12");
    return browser;
  }

  /** Coffee for 784.00 and a dripper for 24.00: 808 points, and 200 for the first order. */
  private static String buysALot(ShopDriver browser, String name) {
    browser.addToBasket("/coffee/harbour-espresso", 101, 80);
    browser.addToBasket("/brewing/stoneware-dripper", 201, 1);
    return browser.checkout(name + "@example.com");
  }

  private static void warehouse(ShopDriver browser, String number, String action, String line) {
    Map<String, String> form = line.isEmpty() ? Map.of() : Map.of("line", line);
    assertThat(browser.post("/orders/" + number + "/" + action, form).statusCode()).isEqualTo(200);
  }

  private static String points(ShopDriver browser) {
    return browser.get("/account/points").body();
  }

  private static String balance(ShopDriver browser) {
    String page = points(browser);
    String mark = "class=\"pp-balance\">";
    int start = page.indexOf(mark);
    assertThat(start).as("a balance on " + page).isPositive();
    return page.substring(start + mark.length(), page.indexOf('<', start + mark.length()));
  }

  @Test
  void
      points_are_shown_with_their_date_mature_after_the_return_window_and_go_with_what_comes_back() {
    ShopDriver anna = member("points-anna");
    assertThat(points(anna)).contains("You have no points yet.");
    String number = buysALot(anna, "points-anna");
    String confirmation = anna.get("/confirmation/" + number).body();
    assertThat(confirmation).contains("points with this order. You can use them from");

    anna.waits("PT1M");
    assertThat(anna.get("/confirmation/" + number).body()).contains("points with this order.");
    assertThat(balance(anna)).endsWith("points on their way");
    assertThat(points(anna))
        .as("one entry for the order, whatever rules it was worked out by")
        .contains("On their way", "can be used from", "Order " + number + ": ")
        .doesNotContain("Your first order");

    warehouse(anna, number, "ship", "");
    warehouse(anna, number, "deliver", "");
    anna.waits("P13D");
    assertThat(balance(anna)).endsWith("points on their way");
    anna.waits("P1D");
    String before = balance(anna);
    assertThat(before).matches("[\\d,]+ points");
    assertThat(points(anna)).contains("Ready to use", "can be used until");

    anna.addToBasket("/coffee/harbour-espresso", 101, 2);
    anna.waits("PT1M");
    assertThat(points(anna)).as("more than 500").contains("You are Silver", " points to Gold");
    assertThat(anna.get("/cart").body())
        .as("nothing for a first order any more, and a quarter more for the tier")
        .contains("You earn 23 points with this order.");
    Map<String, String> all = Map.of("use", "all", "back", "/cart");
    assertThat(anna.submit("/cart", "/cart/post-purchase/points", all).statusCode()).isEqualTo(302);
    String second = anna.checkout("points-anna@example.com");
    assertThat(anna.get("/confirmation/" + second).body()).contains("Paid with 900 points");
    anna.waits("PT1M");
    assertThat(number(before) - number(balance(anna))).isEqualTo(900);
    warehouse(anna, second, "cancel", "");
    anna.waits("PT1M");
    assertThat(balance(anna)).as("back in their lots").isEqualTo(before);
    assertThat(points(anna)).contains("Given back for returned goods");

    warehouse(anna, number, "return", "2");
    anna.waits("PT1M");
    assertThat(points(anna)).contains("Taken back: goods came back");
    assertThat(number(before) - number(balance(anna))).isEqualTo(dripper());
  }

  private static int number(String balance) {
    return Integer.parseInt(balance.replaceAll("\\D", ""));
  }

  /** What the page of the product says it costs, in whole euros: that many points. */
  private int dripper() {
    String page = new ShopDriver(shop).get("/brewing/stoneware-dripper").body();
    java.util.regex.Matcher price =
        java.util.regex.Pattern.compile("€(\\d+)\\.\\d\\d").matcher(page);
    assertThat(price.find()).isTrue();
    return Integer.parseInt(price.group(1));
  }

  @Test
  void nobody_sees_the_points_of_somebody_else() {
    ShopDriver berta = member("points-berta");
    String number = buysALot(berta, "points-berta");
    berta.waits("PT1M");
    ShopDriver stranger = member("points-stranger");
    assertThat(points(stranger)).contains("You have no points yet.");
    assertThat(stranger.get("/confirmation/" + number).body())
        .doesNotContain("points with this order");
    assertThat(new ShopDriver(shop).get("/account/points").body()).doesNotContain("pp-balance");
  }

  @Test
  void the_cart_promises_what_the_order_books() {
    ShopDriver carla = member("points-carla");
    carla.addToBasket("/coffee/harbour-espresso", 101, 10);
    assertThat(carla.get("/cart").body()).contains("You earn 298 points with this order.");
    String number = carla.checkout("points-carla@example.com");
    assertThat(carla.get("/confirmation/" + number).body()).contains("You earn 298 points");
    carla.waits("PT1M");
    assertThat(carla.get("/confirmation/" + number).body()).contains("You earn 298 points");
    warehouse(carla, number, "cancel", "");
    carla.waits("PT1M");
    assertThat(points(carla)).contains("Taken back: the order was cancelled");
  }

  @Test
  void a_guest_takes_the_points_along_by_the_link_on_the_confirmation_page_and_nobody_else_does() {
    ShopDriver guest = new ShopDriver(shop);
    guest.addToBasket("/coffee/harbour-espresso", 101, 10);
    String number = guest.checkout("points-dora@example.com");
    String page = guest.get("/confirmation/" + number).body();
    Matcher link = Pattern.compile("/account/points\\?claim=([\\w.-]+)").matcher(page);
    assertThat(link.find()).as(page).isTrue();
    guest.waits("PT1M");

    ShopDriver other = member("points-emil");
    assertThat(other.get("/account/points?claim=" + link.group(1) + "x").body())
        .doesNotContain("are waiting for you");
    ShopDriver dora = member("points-dora");
    assertThat(points(dora)).as("an equal address proves nothing").contains("no points yet");
    String way = "/account/points?claim=" + link.group(1);
    assertThat(dora.get(way).body()).contains("298 points", "are waiting for you");
    dora.get(way);
    assertThat(points(dora)).as("reading changes nothing").contains("no points yet");
    Map<String, String> token = Map.of("token", link.group(1));
    assertThat(dora.submit(way, "/account/post-purchase/points/claim", token).statusCode())
        .isEqualTo(302);
    assertThat(points(dora)).contains("Moved here from another account", "On their way");
    assertThat(other.get(way).body()).doesNotContain("are waiting for you");
  }
}
