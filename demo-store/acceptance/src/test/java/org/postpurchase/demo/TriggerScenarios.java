package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What series begin with, moved by orders, the warehouse and the clock alone: each beginning on the
 * admin's own form, its mail in the mailbox, and the reason where somebody gets none.
 */
abstract class TriggerScenarios {
  private static final String OF_ORDERS = "Thank you for every order";
  private static final String OF_PEOPLE = "Welcome to a new account";
  private static final String THANKS = "Thank you for your order";

  private final URI shop;
  private Buyer buyer;

  TriggerScenarios(URI shop) {
    this.shop = shop;
  }

  /** Somebody whose first order is past, with a series that begins with one of the next ones. */
  private void begin(String trigger, Map<String, String> more) {
    buyer = somebody(trigger.toLowerCase(Locale.ROOT));
    again();
    Map<String, String> fields = new LinkedHashMap<>(more);
    fields.put("triggerKey", trigger);
    fields.put("exitOrderCancelled", "false");
    set(OF_ORDERS, "ACTIVE", fields);
  }

  /** Known to nobody, however often the scenario is run in one shop. */
  private Buyer somebody(String name) {
    return new Buyer(shop, "begins-" + name + "-" + Long.toString(System.nanoTime(), 36));
  }

  private void set(String name, String status, Map<String, String> fields) {
    Merchant merchant = Merchant.signIn(shop, "admin");
    String series = merchant.series(name);
    Map<String, String> form = merchant.form(series);
    fields.forEach((field, value) -> form.put(Merchant.field(field), value));
    form.put(Merchant.field("status"), status);
    HttpResponse<String> answer = merchant.post(series, form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  /** As it was shipped. */
  private void end() {
    Map<String, String> usual = new LinkedHashMap<>();
    for (String empty : List.of("orderNumber", "productIds", "amounts", "countries")) {
      usual.put(empty, "");
    }
    usual.put("triggerKey", "ANY_ORDER");
    usual.put("exitOrderCancelled", "true");
    set(OF_ORDERS, "ACTIVE", usual);
  }

  private String orders(String page, long product, int quantity) {
    ShopDriver browser = new ShopDriver(shop);
    browser.addToBasket(page, product, quantity);
    String number = browser.checkout(buyer.address);
    browser.waits("PT1M");
    return number;
  }

  private String again() {
    return orders("/last-chance/enamel-pot", 501, 1);
  }

  private void thanked(int times, String when) {
    assertThat(buyer.subjects().stream().filter(subject -> subject.startsWith(THANKS)))
        .as(when)
        .hasSize(times);
  }

  private String why() {
    return Merchant.signIn(shop, "admin")
        .get("/admin/post-purchase-enrollments/why?person=" + buyer.address)
        .body();
  }

  @Test
  void an_order_that_is_shipped() {
    begin("ORDER_SHIPPED", Map.of());
    try {
      String number = again();
      thanked(1, "ordered");
      buyer.warehouse(number, "ship");
      buyer.waits("PT1M");
      thanked(2, "shipped");
      buyer.warehouse(number, "deliver");
      buyer.waits("P1D");
      thanked(2, "delivered");
    } finally {
      end();
    }
  }

  @Test
  void an_order_that_has_arrived() {
    begin("ORDER_DELIVERED", Map.of());
    try {
      String number = again();
      buyer.warehouse(number, "ship");
      buyer.waits("PT1M");
      thanked(1, "shipped");
      buyer.warehouse(number, "deliver");
      buyer.waits("PT1M");
      thanked(2, "delivered");
    } finally {
      end();
    }
  }

  @Test
  void an_order_that_is_cancelled() {
    begin("ORDER_CANCELLED", Map.of());
    try {
      String number = again();
      thanked(1, "ordered");
      buyer.warehouse(number, "cancel");
      buyer.waits("PT1M");
      thanked(2, "cancelled");
    } finally {
      end();
    }
  }

  @Test
  void the_third_order_of_a_person() {
    begin("NTH_ORDER", Map.of("orderNumber", "3"));
    try {
      again();
      thanked(1, "the second one");
      again();
      thanked(2, "the third one");
      again();
      thanked(2, "the fourth one");
    } finally {
      end();
    }
  }

  @Test
  void an_order_with_a_product() {
    begin("ORDER_CONTAINS", Map.of("productIds", "101"));
    try {
      again();
      thanked(1, "a pot");
      assertThat(why()).contains("None of the products");
      orders("/coffee/harbour-espresso", 101, 1);
      thanked(2, "coffee");
    } finally {
      end();
    }
  }

  @Test
  void an_order_above_an_amount() {
    begin("ORDER_ABOVE", Map.of("amounts", "100.00 EUR"));
    try {
      again();
      thanked(1, "one pot");
      orders("/last-chance/enamel-pot", 501, 10);
      thanked(2, "ten pots");
    } finally {
      end();
    }
  }

  private long told(String words) {
    return buyer.subjects().stream().filter(subject -> subject.startsWith(words)).count();
  }

  @Test
  void points_that_an_order_has_earned() {
    set(OF_PEOPLE, "ACTIVE", Map.of("triggerKey", "POINTS_EARNED", "reEntry", "EACH_ORDER"));
    try {
      buyer = somebody("points");
      ShopDriver member = new ShopDriver(shop);
      member.register(buyer.address, "secret123");
      member.addToBasket("/coffee/harbour-espresso", 101, 2);
      member.checkout(buyer.address);
      buyer.waits("PT1M");
      assertThat(told("Welcome to Fennbrook")).isEqualTo(1);
    } finally {
      set(OF_PEOPLE, "DRAFT", Map.of("triggerKey", "REGISTERED", "reEntry", "NEVER"));
    }
  }

  /** A trigger that somebody adds without a scenario fails here. */
  @Test
  void each_beginning_that_the_form_offers_has_a_scenario() throws IOException {
    Merchant merchant = Merchant.signIn(shop, "admin");
    String page = merchant.get(merchant.series(OF_ORDERS)).body();
    int field = page.indexOf("fields['triggerKey'].value");
    field = field < 0 ? page.indexOf("fields[&#39;triggerKey&#39;].value") : field;
    String choices = page.substring(field, page.indexOf("</select>", field));
    Set<String> offered = new TreeSet<>();
    Matcher option = Pattern.compile("<option[^>]*value=\"([A-Z][A-Z0-9_]+)\"").matcher(choices);
    while (option.find()) {
      offered.add(option.group(1));
    }
    offered.removeIf(key -> key.startsWith("ACME_")); // of the example in the guide for developers
    assertThat(offered).hasSizeGreaterThan(30);
    assertThat(Scenarios.TABLE.keySet()).isEqualTo(offered);
    assertThat(Scenarios.missing()).as("scenarios that are not there any more").isEmpty();
  }

  @Test
  void switching_on_and_a_wrong_number_write_to_nobody_of_the_past() {
    buyer = somebody("past");
    set(OF_ORDERS, "DRAFT", Map.of());
    again();
    again();
    thanked(1, "the first order's own");
    set(OF_ORDERS, "ACTIVE", Map.of());
    buyer.waits("PT1H");
    Merchant merchant = Merchant.signIn(shop, "admin");
    String id = merchant.series(OF_ORDERS).replaceAll("\\D+", "");
    String page = "/admin/post-purchase-enrollments/backfill";
    assertThat(merchant.get(page + "?series=" + id + "&days=30").body())
        .as("its only step is past for everybody")
        .contains("Nothing would be to come");
    thanked(1, "nothing is made up for");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("series", id);
    form.put("days", "30");
    form.put("typed", "5");
    form.put("perHour", "60");
    merchant.post(page + "/begin", form);
    buyer.waits("PT5M");
    thanked(1, "a number that was not counted");
  }
}
