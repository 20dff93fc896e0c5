package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A demo store with a jar of the shop's own, in which a class is a kind of earning rule. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnRuleTypeIT {
  private static final String RULES = "/admin/post-purchase-earning-rules";
  private static final String POINTS = Merchant.field("rule_ITEMS_points");
  private static DemoProcess demo;
  private static Merchant admin;
  private static String rule;

  @BeforeAll
  static void open() {
    demo = DemoProcess.start(Map.of("DEMO_MODULES", System.getProperty("demo.extension")));
    admin = Merchant.signIn(demo.url(), "admin");
  }

  @AfterAll
  static void close() {
    demo.close();
  }

  @Test
  @Order(1)
  void the_form_offers_it_and_hides_the_settings_of_all_but_the_chosen_one() {
    String page = admin.get(RULES + "/add").body();

    assertThat(page).contains("value=\"ITEMS\">Items bought<", "Points for each item");
    assertThat(page).contains("However cheap it is.");
    assertThat(shown(page, "rule_SPEND_rates")).isTrue();
    assertThat(shown(page, "rule_ITEMS_points")).isFalse();
    assertThat(shown(page, "rule_EVENT_eventCode")).isFalse();
    assertThat(admin.get(RULES).body()).as("filter of the list").contains("Items bought");
  }

  @Test
  @Order(2)
  void its_own_checks_name_the_field_the_value_and_the_cure() {
    String page = admin.post(RULES + "/add", form("0")).body();

    assertThat(page).contains("Points for each item: 0 is not possible");
    assertThat(page).contains("Type a number from 1 to 10,000.");
    assertThat(page).as("nothing is lost").contains("value=\"A point for each\"");
    assertThat(shown(page, "rule_ITEMS_points")).isTrue();
    assertThat(shown(page, "rule_SPEND_rates")).isFalse();
  }

  @Test
  @Order(3)
  void it_is_saved_and_shown_as_it_was_typed() {
    HttpResponse<String> answer = admin.post(RULES + "/add", form("7"));
    String location = answer.headers().firstValue("Location").orElse(answer.body());
    Matcher id = Pattern.compile("post-purchase-earning-rules/(\\d+)").matcher(location);
    assertThat(id.find()).as(location).isTrue();
    rule = RULES + "/" + id.group(1);

    String page = admin.get(rule).body();
    assertThat(box(page, "rule_ITEMS_points")).contains("value=\"7\"");
    assertThat(shown(page, "rule_ITEMS_points")).isTrue();
    assertThat(shown(page, "rule_SPEND_rates")).isFalse();
    assertThat(shown(page, "productIds")).isTrue();
    assertThat(admin.get(RULES).body()).contains("Items bought");
  }

  @Test
  @Order(4)
  void shoppers_read_its_words_and_earn_by_it() {
    ShopDriver shopper = new ShopDriver(demo.url());
    assertThat(shopper.get("/rewards").body()).contains("7 per item", "A point for each");
    shopper.register("items@example.com", "secret12");
    shopper.addToBasket("/coffee/harbour-espresso", 101, 3);
    shopper.checkout("items@example.com");
    shopper.waits("PT1M");

    assertThat(shopper.get("/account/points").body())
        .as("200 for the first order, 29 for 29.40 and 7 for each of three")
        .contains(">250<");
  }

  @Test
  @Order(5)
  void it_is_tried_on_past_orders() {
    String simulation = "/admin/post-purchase-points/simulation";
    String id = rule.substring(rule.lastIndexOf('/') + 1);
    HttpResponse<String> answer = admin.post(simulation, Map.of("rule", id, "days", "30"));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(admin.get(answer.headers().firstValue("Location").orElseThrow()).body())
        .contains("A point for each");
  }

  @Test
  @Order(6)
  void a_series_begins_with_a_trigger_of_the_shops_own() {
    String series = admin.series("Thank you for every order");
    assertThat(admin.get(series).body())
        .contains("value=\"ACME_BIG_ORDER\"", "Big order", "Coffee club joined");
    Map<String, String> form = admin.form(series);
    form.put(Merchant.field("triggerKey"), "ACME_BIG_ORDER");
    form.put(Merchant.field("status"), "ACTIVE");
    assertThat(admin.post(series, form).statusCode()).isEqualTo(302);
    assertThat(admin.form(series)).containsEntry(Merchant.field("triggerKey"), "ACME_BIG_ORDER");

    for (String email : List.of("small@example.com", "big@example.com")) {
      assertThat(boughtBy(email, 1)).as("the mail for a first order").hasSize(1);
    }
    assertThat(boughtBy("small@example.com", 2)).hasSize(1);
    assertThat(boughtBy("big@example.com", 10)).hasSize(2);
  }

  @Test
  @Order(7)
  void a_series_about_a_person_refuses_steps_that_count_from_an_order_and_says_so() {
    String series = admin.series("Thank you for every order");
    Map<String, String> form = admin.form(series);
    form.put(Merchant.field("triggerKey"), "ACME_CLUB_JOINED");

    assertThat(admin.post(series, form).body()).contains("pp-", "Thank you");
    assertThat(admin.form(series)).containsEntry(Merchant.field("triggerKey"), "ACME_BIG_ORDER");
  }

  /** Mails after an order for so many pots of 24 each. */
  private static List<String> boughtBy(String email, int pots) {
    ShopDriver shopper = new ShopDriver(demo.url());
    shopper.addToBasket("/last-chance/enamel-pot", 501, pots);
    shopper.checkout(email);
    shopper.waits("PT1M");
    return Mailbox.of(shopper).to(email);
  }

  private static Map<String, String> form(String points) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("ceilingEntityClassname", "org.postpurchase.broadleaf.entity.EarningRule");
    form.put("entityType", "org.postpurchase.broadleaf.entity.EarningRuleImpl");
    form.put(Merchant.field("name"), "A point for each");
    form.put(Merchant.field("active"), "true");
    form.put(Merchant.field("type"), "ITEMS");
    form.put(Merchant.field("period"), "EVER");
    form.put(Merchant.field("priority"), "10");
    form.put(POINTS, points);
    form.put(Merchant.field("rule_ITEMS_least"), "2");
    return form;
  }

  /** Whether the box of that field is not hidden. */
  private static boolean shown(String page, String field) {
    String box = box(page, field);
    return !box.substring(0, box.indexOf('>')).contains("hidden");
  }

  /** The field's box up to the end of its input. */
  private static String box(String page, String field) {
    int at = page.indexOf("name=\"" + Merchant.field(field).replace("'", "&#39;") + "\"");
    at = at < 0 ? page.indexOf("name=\"" + Merchant.field(field) + "\"") : at;
    assertThat(at).as(field + " on " + page).isPositive();
    return page.substring(page.lastIndexOf("class=\"field-box", at), page.indexOf('>', at) + 1);
  }
}
