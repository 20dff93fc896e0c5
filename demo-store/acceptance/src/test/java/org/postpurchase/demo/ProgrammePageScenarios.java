package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What visitors are told of the programme, on products and on its own page, and that it holds. */
abstract class ProgrammePageScenarios {
  private static final String POT = "/last-chance/enamel-pot";
  private static final String COFFEE = "/coffee/harbour-espresso";
  private static final String PAGE = "/rewards";
  private static final String PROGRAMME = "/admin/post-purchase-programme/1";
  private static final String RULE = "/admin/post-purchase-earning-rules/";
  private final URI shop;
  private final Merchant admin;

  ProgrammePageScenarios(URI shop, Merchant admin) {
    this.shop = shop;
    this.admin = admin;
  }

  @Test
  void a_product_promises_what_the_cart_promises_and_what_is_booked() {
    ShopDriver anna = new ShopDriver(shop);
    anna.register("product-anna@example.com", "secret12");
    anna.addToBasket(COFFEE, 101, 1);
    anna.checkout("product-anna@example.com");

    int pot = promised(anna, POT);
    assertThat(pot).as("of the sale price").isEqualTo(24);
    assertThat(anna.get("/last-chance").body()).contains(">Earn 24 points<");
    buys(anna, pot);

    int coffee = promised(anna, COFFEE);
    change(
        "Double points",
        Map.of("active", "true", "rule_MULTIPLY_percent", "250", "categoryIds", "50"));
    assertThat(promised(anna, POT)).as("two and a half times").isEqualTo(pot * 5 / 2);
    assertThat(promised(anna, COFFEE)).as("not in that category").isEqualTo(coffee);
    buys(anna, pot * 5 / 2);

    change("Double points", Map.of("active", "false"));
    change("Points for every purchase", Map.of("active", "false"));
    assertThat(anna.get(POT).statusCode()).isEqualTo(200);
    assertThat(anna.get(POT).body()).as("nothing earned").doesNotContain("pp-product-points");
    assertThat(anna.get("/last-chance").body()).doesNotContain("pp-card-points");
    change("Points for every purchase", Map.of("active", "true"));
  }

  @Test
  void the_page_of_the_programme_tells_everybody_the_same_and_may_be_cached() {
    HttpResponse<String> page = new ShopDriver(shop).get(PAGE);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<title>Rewards · Fennbrook</title>", "name=\"description\" content=\"Collect")
        .contains("<link rel=\"canonical\" href=\"" + shop.resolve(PAGE) + "\"")
        .contains("How to earn points", "1 per €1.00", "How to use points")
        .contains("100 points pay €1.00 of an order.", "from 500 points on", "up to 50%")
        .contains("Rewards for your points", "3 € off", "250 points", "Free delivery", "400 points")
        .contains("14 days after your parcel", "365 days", "go back too")
        .contains("href=\"/account/points\"", "aria-label=\"Departments\"")
        .doesNotContain("csrfToken", "href=\"/register\"", "terms");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
    assertThat(page.headers().allValues("Vary")).contains("Accept-Language, Cookie");

    ShopDriver member = new ShopDriver(shop);
    member.register("page-member@example.com", "secret12");
    member.addToBasket(COFFEE, 101, 1);
    assertThat(member.get(PAGE).body()).isEqualTo(page.body());
    assertThat(member.get("/").body()).contains("href=\"/rewards\"");
    assertThat(member.get("/account/points").body()).contains("href=\"/rewards\"");
    assertThat(member.submit(COFFEE, PAGE, Map.of()).statusCode()).isEqualTo(405);
  }

  @Test
  void the_page_works_out_what_an_order_would_earn() {
    ShopDriver visitor = new ShopDriver(shop);
    assertThat(visitor.get(PAGE + "?amount=249,90").body())
        .contains("An order of €249.90 earns 249 points.", "You can use them from 500 points on.");
    assertThat(visitor.get(PAGE + "?amount=600").body())
        .contains("An order of €600.00 earns 600 points, worth €6.00 with a later order.");
    assertThat(visitor.get(PAGE + "?amount=249.90").body()).contains("earns 249 points");
    for (String bad : new String[] {"many", "-3", "1e9", "12345678", "1.2345"}) {
      assertThat(visitor.get(PAGE + "?amount=" + bad).body())
          .contains("Please enter an amount", "aria-invalid=\"true\"");
    }
    assertThat(visitor.get(PAGE + "?amount=%22%3E%3Ci%3E").body())
        .contains("Please enter an amount")
        .doesNotContain("\"><i>");
  }

  @Test
  void the_merchant_gives_the_page_its_words_and_looks_and_takes_it_off() {
    ShopDriver visitor = new ShopDriver(shop);
    Map<String, String> before = admin.form(PROGRAMME);
    save(Map.of("headline", "Beans for <everyone>", "intro", "Sip & save.", "colour", "#7A2E12"));
    assertThat(visitor.get(PAGE).body())
        .contains("Beans for &lt;everyone&gt;", "content=\"Sip &amp; save.\"")
        .contains("--pp-accent: #7a2e12");
    for (String colour : new String[] {"#ffee88", "red", "#12345", "#000000;}"}) {
      Map<String, String> form = admin.form(PROGRAMME);
      form.put(Merchant.field("colour"), colour);
      assertThat(admin.post(PROGRAMME, form).statusCode()).as(colour).isEqualTo(200);
    }
    assertThat(visitor.get(PAGE).body()).contains("--pp-accent: #7a2e12");

    save(Map.of("active", "false"));
    assertThat(visitor.get(PAGE).statusCode()).isEqualTo(404);
    assertThat(visitor.get(COFFEE).body()).doesNotContain("pp-product-points");
    save(Map.of("active", "true", "headline", "", "intro", "", "colour", ""));
    assertThat(visitor.get(PAGE).body()).contains(">Rewards</h1>");
    assertThat(admin.form(PROGRAMME)).containsEntry(Merchant.field("rates"), rates(before));
  }

  @Test
  void a_rule_is_tried_on_real_orders_and_nothing_is_booked() {
    ShopDriver buyer = new ShopDriver(shop);
    buyer.register("page-buyer@example.com", "secret12");
    buyer.addToBasket(COFFEE, 101, 10);
    String number = buyer.checkout("page-buyer@example.com");
    long booked = booked(buyer);
    String simulation = "/admin/post-purchase-points/simulation";
    String rule = RULE + idOf("Double points");
    assertThat(admin.get(rule).body()).contains("What would a rule have paid?");
    Map<String, String> wish = Map.of("rule", rule.substring(RULE.length()), "days", "30");

    HttpResponse<String> answer = admin.post(simulation, wish);
    assertThat(answer.statusCode()).isEqualTo(302);
    String page = admin.get(answer.headers().firstValue("Location").orElseThrow()).body();
    assertThat(page).contains("Double points", "Orders in EUR", "With this rule", "Week from");
    assertThat(page).contains(number, "What it does not know");
    assertThat(booked(buyer)).isEqualTo(booked);

    Merchant service = Merchant.signIn(shop, "service");
    assertThat(service.post(simulation, wish).statusCode()).isEqualTo(403);
  }

  @Test
  void who_is_signed_in_checks_in_once_a_day_while_there_is_a_rule_for_it() {
    String page = "/account/points";
    String report = "/account/post-purchase/points/event";
    Map<String, String> here = Map.of("event", "CHECK_IN");
    ShopDriver member = new ShopDriver(shop);
    member.waitsForTheMorning();
    member.register("page-daily@example.com", "secret12");
    assertThat(member.get(page).body()).doesNotContain("Check in for today");
    change(
        "Happy birthday",
        Map.of("active", "true", "rule_EVENT_eventCode", "CHECK_IN", "rule_EVENT_points", "7"));

    assertThat(member.submit(page, report, here).statusCode()).isEqualTo(302);
    assertThat(member.submit(page, report, here).statusCode()).isEqualTo(302);
    assertThat(member.get(page).body()).contains("pp-balance\">7 points", "Your visit");
    member.submit(page, report, Map.of("event", "BIRTHDAY"));
    member.waits("P1D");
    member.submit(page, report, here);
    assertThat(member.get(page).body()).contains("pp-balance\">14 points");

    assertThat(member.post(report, here).statusCode()).as("without the token").isNotEqualTo(302);
    ShopDriver guest = new ShopDriver(shop);
    assertThat(guest.submit("/login", report, here).headers().firstValue("Location").orElse(""))
        .contains("/login");
    change("Happy birthday", Map.of("active", "false", "rule_EVENT_eventCode", "BIRTHDAY"));
  }

  private static String rates(Map<String, String> form) {
    return form.get(Merchant.field("rates"));
  }

  private void save(Map<String, String> values) {
    Map<String, String> form = admin.form(PROGRAMME);
    values.forEach((field, value) -> form.put(Merchant.field(field), value));
    assertThat(admin.post(PROGRAMME, form).statusCode()).isEqualTo(302);
  }

  private static int promised(ShopDriver browser, String page) {
    Matcher points =
        Pattern.compile("pp-product-points.*>Earn ([\\d,]+) points<")
            .matcher(browser.get(page).body());
    assertThat(points.find()).as("a promise on " + page).isTrue();
    return Integer.parseInt(points.group(1).replace(",", ""));
  }

  private static void buys(ShopDriver browser, int points) {
    String earns = "You earn " + points + " points with this order.";
    long before = booked(browser);
    browser.addToBasket(POT, 501, 1);
    assertThat(browser.get("/cart").body()).contains(earns);
    String number = browser.checkout("product-anna@example.com");
    browser.waits("PT1M");
    assertThat(browser.get("/confirmation/" + number).body())
        .contains("You earn " + points + " points");
    assertThat(booked(browser) - before).as("booked").isEqualTo(points);
  }

  /** All lots that wait, as the account's page lists them. */
  private static long booked(ShopDriver browser) {
    browser.waits("PT1M");
    String page = browser.get("/account/points").body();
    String lots = page.substring(page.indexOf("On their way"), page.indexOf("What happened"));
    return Pattern.compile("<strong>(\\d+)</strong>")
        .matcher(lots)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  /** Saves the rule of that name with other values. */
  private void change(String name, Map<String, String> values) {
    String rule = RULE + idOf(name);
    Map<String, String> form = admin.form(rule);
    values.forEach((field, value) -> form.put(Merchant.field(field), value));
    assertThat(admin.post(rule, form).statusCode()).isEqualTo(302);
  }

  private int idOf(String name) {
    for (int id = 1; id < 10; id++) {
      if (name.equals(admin.form(RULE + id).get(Merchant.field("name")))) {
        return id;
      }
    }
    throw new AssertionError("there is no rule " + name);
  }
}
