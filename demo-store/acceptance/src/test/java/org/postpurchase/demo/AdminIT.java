package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a merchant can do, and what nobody else can, by address or by forged request. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdminIT {
  private static final String TEMPLATES = "/admin/post-purchase-templates";
  private static final String SUBJECT = Merchant.field("subject");
  private static DemoProcess demo;
  private static int customers;

  private final Merchant admin = Merchant.signIn(demo.url(), "admin");
  private final Merchant service = Merchant.signIn(demo.url(), "service");

  @BeforeAll
  static void open() {
    demo = DemoProcess.start();
  }

  @AfterAll
  static void close() {
    demo.close();
  }

  @Test
  void the_ledger_is_proven_at_the_press_of_a_button() {
    assertThat(admin.get("/admin/post-purchase-points").body())
        .contains("/post-purchase-points/proof");
    admin.post("/admin/post-purchase-points/proof", Map.of());
    assertThat(admin.get("/admin/post-purchase-points/proof").body())
        .contains("Everything agrees.", "Asked for by");
  }

  @Test
  void a_changed_subject_is_in_the_mails_of_whoever_enters_after_the_series_was_saved() {
    String template = english();
    Map<String, String> form = admin.form(template);
    form.put(SUBJECT, "A big thank you for ${order.number}");

    HttpResponse<String> answer = admin.post(template, form);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String series = "/admin/post-purchase-series/1";
    assertThat(admin.post(series, admin.form(series)).statusCode()).isEqualTo(302);
    ShopDriver shopper = new ShopDriver(demo.url());
    shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
    String number = shopper.checkout("subject@example.com");
    assertThat(Mailbox.of(shopper).awaitOne("subject@example.com"))
        .contains("A big thank you for " + number);
  }

  @ParameterizedTest
  @CsvSource({
    "subject, Hello ${nobody.name}, nobody",
    "heading, #set($x = $order.class.forName('java.lang.Runtime')), class",
    "intro, #include('/etc/passwd'), include",
    "closing, #if( open, closing",
    "htmlLayout, <img src='http://elsewhere.example/a.png' alt='x'>, https",
  })
  void a_text_that_cannot_be_rendered_is_refused_with_its_problem_and_nothing_is_lost(
      String name, String text, String problem) {
    String template = english();
    Map<String, String> before = admin.form(template);
    Map<String, String> form = admin.form(template);
    form.put(Merchant.field(name), text);

    HttpResponse<String> answer = admin.post(template, form);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(problem);
    assertThat(admin.form(template)).isEqualTo(before);
  }

  @Test
  void customer_service_reads_messages_and_nothing_else() {
    assertThat(service.get("/admin/post-purchase-messages").statusCode()).isEqualTo(200);
    for (String closed :
        new String[] {
          "/admin/post-purchase-outbox",
          "/admin/post-purchase-blocked-work",
          TEMPLATES,
          english(),
          "/admin/post-purchase-prompts"
        }) {
      HttpResponse<String> answer = service.get(closed);
      assertThat(answer.statusCode() == 200 && answer.body().contains("fields["))
          .as(closed)
          .isFalse();
      assertThat(answer.body()).as(closed).doesNotContain("Thank you for your order at");
    }
  }

  @ParameterizedTest
  @CsvSource({"post-purchase-templates--1", "customer--1", "order--1", "''"})
  void a_forged_update_changes_nothing(String crumbs) {
    String template = english();
    Map<String, String> before = admin.form(template);
    Map<String, String> forged = admin.form(template);
    forged.put(SUBJECT, "forged");
    forged.put("sectionCrumbs", crumbs);

    HttpResponse<String> answer = service.post(template, forged);

    assertThat(answer.body()).doesNotContain("forged");
    assertThat(admin.form(template)).isEqualTo(before);
  }

  @Test
  void customer_service_looks_at_people_and_exports_and_erases_nobody() {
    ShopDriver shopper = new ShopDriver(demo.url());
    shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
    String number = shopper.checkout("looked-at@example.com");
    Mailbox.of(shopper).awaitOne("looked-at@example.com");
    Map<String, String> page = Map.of("mailbox", "looked-at@example.com");

    assertThat(service.get("/admin/post-purchase-people?q=" + number).body())
        .contains("looked-at@example.com");
    assertThat(
            service.get("/admin/post-purchase-people/guest?mailbox=looked-at@example.com").body())
        .contains(number, "Message:")
        .doesNotContain("/post-purchase-people/privacy");
    for (String action : new String[] {"export", "erase", "act", "points", "undo"}) {
      Map<String, String> form = new java.util.HashMap<>(page);
      form.put("typed", "looked-at@example.com");
      form.put("act", "END");
      int status = service.post("/admin/post-purchase-people/" + action, form).statusCode();
      assertThat(status).as(action).isIn(action.equals("points") ? 302 : 403, 403);
    }
    assertThat(service.get("/admin/post-purchase-home").statusCode()).isEqualTo(403);
  }

  @Test
  void whoever_is_erased_is_found_no_more() {
    ShopDriver shopper = new ShopDriver(demo.url());
    shopper.addToBasket("/coffee/harbour-espresso", 101, 1);
    shopper.checkoutAgreeing("erased@example.com");
    Mailbox.of(shopper).awaitOne("erased@example.com");
    Map<String, String> page = Map.of("mailbox", "erased@example.com");
    assertThat(admin.post("/admin/post-purchase-people/export", page).body())
        .contains("\"PP_CONSENT\"", "erased@example.com");

    admin.post("/admin/post-purchase-people/erase", page);
    assertThat(admin.post("/admin/post-purchase-people/export", page).body())
        .as("nothing was typed")
        .contains("erased@example.com");
    admin.post(
        "/admin/post-purchase-people/erase",
        Map.of("mailbox", "erased@example.com", "typed", "erased@example.com"));

    assertThat(admin.get("/admin/post-purchase-messages?contact=erased@example.com").body())
        .doesNotContain("Thank you for your order");
    assertThat(admin.get("/admin/post-purchase-home").body()).contains("Who orders again");
  }

  @Test
  void a_forged_unblock_or_resend_is_refused() {
    assertThat(service.post("/admin/post-purchase-outbox/unblock-all", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(service.post("/admin/post-purchase-outbox/1/unblock", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(service.post("/admin/post-purchase-blocked-work/unblock-all", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(
            service
                .post(
                    "/admin/post-purchase-blocked-work/unblock",
                    Map.of("worker", "points", "item", "account 1 lot 1"))
                .statusCode())
        .isEqualTo(403);
    assertThat(service.post("/admin/post-purchase-messages/1/send-again", Map.of()).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"post-purchase-programme--1", "post-purchase-points--1", "order--1", "''"})
  void customer_service_sees_the_loyalty_settings_and_changes_none(String crumbs) {
    String programme = "/admin/post-purchase-programme/1";
    Map<String, String> before = admin.form(programme);
    Map<String, String> forged = admin.form(programme);
    forged.put(Merchant.field("active"), "true");
    forged.put(Merchant.field("name"), "forged");
    forged.put("sectionCrumbs", crumbs);

    assertThat(service.get(programme).body()).contains("Rewards");
    HttpResponse<String> answer = service.post(programme, forged);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(admin.form(programme)).isEqualTo(before);
    String rule = "/admin/post-purchase-earning-rules/1";
    Map<String, String> rules = admin.form(rule);
    assertThat(service.post(rule, admin.form(rule)).statusCode()).isEqualTo(403);
    Map<String, String> sure = new HashMap<>(rules);
    sure.put("sure", "yes");
    assertThat(service.post(rule + "/delete", sure).statusCode()).isEqualTo(403);
    assertThat(service.post(rule + "/delete", rules).statusCode())
        .as("the question")
        .isEqualTo(403);
    for (String section : List.of("earning-rules", "tiers", "rewards", "series", "steps")) {
      assertThat(service.get("/admin/post-purchase-" + section + "/add").statusCode())
          .as(section)
          .isEqualTo(403);
    }
    assertThat(admin.get("/admin/post-purchase-programme/add").statusCode())
        .as("there is one programme")
        .isEqualTo(403);
    assertThat(admin.form(rule)).isEqualTo(rules);
  }

  @Test
  void a_bad_programme_is_refused_with_every_problem_and_nothing_is_lost() {
    String programme = "/admin/post-purchase-programme/1";
    Map<String, String> before = admin.form(programme);
    Map<String, String> form = admin.form(programme);
    form.put(Merchant.field("rates"), "EUR=much");
    form.put(Merchant.field("maxSharePercent"), "101");
    form.put(Merchant.field("name"), "Harbour beans");

    HttpResponse<String> answer = admin.post(programme, form);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("from 0 to 100", "a number above 0", "Harbour beans", "EUR=much");
    form.put(Merchant.field("maxSharePercent"), "half");
    assertThat(admin.post(programme, form).body())
        .as("the host looks at numbers before anything else")
        .contains("valid number", "Harbour beans", "half");
    assertThat(admin.form(programme)).isEqualTo(before);
  }

  @Test
  void rules_and_tiers_take_the_names_of_what_they_are_about() {
    String rule = "/admin/post-purchase-earning-rules/2";
    Map<String, String> form = admin.form(rule);
    form.put(Merchant.field("productIds"), "harbour espresso");
    form.put(Merchant.field("categoryIds"), "Coffee & tea");
    form.put(Merchant.field("tierIds"), "GOLD");

    assertThat(admin.post(rule, form).statusCode()).isEqualTo(302);

    assertThat(admin.form(rule).get(Merchant.field("tierIds"))).isEqualTo("2");
    assertThat(admin.get(rule).body())
        .contains("Harbour Espresso (", "Coffee &amp; tea (", "Gold (2)");
    form = admin.form(rule);
    form.put(Merchant.field("productIds"), "Harbour Espreso, 101");
    assertThat(admin.post(rule, form).body())
        .contains("Nothing here is called “Harbour Espreso”", "Harbour Espreso, 101");
    String tier = "/admin/post-purchase-tiers/2";
    form = admin.form(tier);
    form.put(Merchant.field("offerIds"), "ten per cent to begin with");
    assertThat(admin.post(tier, form).statusCode()).isEqualTo(302);
    assertThat(admin.form(tier).get(Merchant.field("offerIds"))).isEqualTo("1");
    String reward = "/admin/post-purchase-rewards/1";
    form = admin.form(reward);
    form.put(Merchant.field("tierKey"), "Silver");
    assertThat(admin.post(reward, form).statusCode()).isEqualTo(302);
    assertThat(admin.form(reward).get(Merchant.field("tierKey"))).isEqualTo("1");
  }

  @Test
  void points_are_given_once_however_often_the_page_is_sent() {
    String account = account();
    Map<String, String> form = adjustment(account, "250");

    assertThat(admin.post(account + "/adjust", form).statusCode()).isEqualTo(302);
    assertThat(admin.post(account + "/adjust", form).statusCode()).isEqualTo(302);

    assertThat(admin.get(account).body()).containsOnlyOnce("+250").contains("Goodwill");
    Map<String, String> bad = adjustment(account, "many");
    bad.put("expires", "soon");
    bad.put("reason", "BECAUSE");
    bad.put("batch", "a b");
    admin.post(account + "/adjust", bad);
    assertThat(admin.get(account).body())
        .contains("look at the marked fields", "a day like", "100 or -50", "at most 60", "many");
    assertThat(service.get(account).body()).contains("+250").doesNotContain("name=\"token\"");
  }

  @Test
  void who_asked_for_many_points_does_not_approve_them() {
    String account = account();

    admin.post(account + "/adjust", adjustment(account, "10001"));

    String page = admin.get("/admin/post-purchase-points").body();
    assertThat(page).contains("+10,001", "somebody else decides").doesNotContain("/approve");
    admin.post("/admin/post-purchase-points/requests/1/approve", Map.of());
    assertThat(admin.get("/admin/post-purchase-points").body()).contains("+10,001");
  }

  @Test
  void forged_movements_of_points_are_refused() {
    String account = account();
    Map<String, String> form = adjustment(account, "7777");
    for (String action :
        new String[] {
          account + "/adjust",
          account + "/freeze",
          account + "/unfreeze",
          "/admin/post-purchase-points/revert",
          "/admin/post-purchase-points/proof",
          "/admin/post-purchase-points/open",
          "/admin/post-purchase-points/requests/1/approve",
          "/admin/post-purchase-points/requests/1/reject"
        }) {
      assertThat(service.post(action, form).statusCode()).as(action).isEqualTo(403);
    }
    assertThat(admin.get(account).body()).doesNotContain("7,777");
  }

  @Test
  void deleting_asks_first_and_a_reload_or_a_pasted_address_deletes_nothing() {
    String tier = "/admin/post-purchase-tiers/2";

    assertThat(admin.get(tier + "/delete").body()).doesNotContain("Keep it");
    assertThat(admin.post(tier + "/delete", admin.form(tier)).body())
        .contains("Keep it", "Members who have this tier: 0.", "name=\"sure\"")
        .doesNotContain("delete-button", "submit-button");

    assertThat(admin.get(tier).statusCode()).isEqualTo(200);
  }

  @Test
  void an_active_series_says_why_it_stays() {
    String series = "/admin/post-purchase-series/1";
    Map<String, String> form = admin.form(series);

    assertThat(admin.post(series + "/delete", form).body())
        .contains("cannot be deleted now", "An active series cannot be removed")
        .doesNotContain("name=\"sure\"");
    form.put("sure", "yes");
    admin.post(series + "/delete", form);

    assertThat(admin.get(series).body()).contains("An active series cannot be removed");
  }

  /** The points account of a new customer, found by e-mail and opened. */
  private String account() {
    String email = "points" + ++customers + "@example.com";
    new ShopDriver(demo.url()).register(email, "secret12");
    Matcher customer =
        Pattern.compile("name=\"customer\" value=\"(\\d+)\"")
            .matcher(admin.get("/admin/post-purchase-points?contact=" + email).body());
    assertThat(customer.find()).as("the search finds customers without an account").isTrue();
    HttpResponse<String> answer =
        admin.post("/admin/post-purchase-points/open", Map.of("customer", customer.group(1)));
    String location = answer.headers().firstValue("Location").orElse("");
    assertThat(location).matches(".*/post-purchase-points/\\d+");
    return "/admin" + location.substring(location.indexOf("/post-purchase-points/"));
  }

  private Map<String, String> adjustment(String account, String points) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", admin.form(account).get("token"));
    form.put("points", points);
    form.put("reason", "GOODWILL");
    return form;
  }

  private String english() {
    for (int id = 1; id < 60; id++) {
      String path = TEMPLATES + "/" + id;
      Map<String, String> form = admin.form(path);
      boolean thanks = "thank-you".equals(form.get(Merchant.field("templateKey")));
      if (thanks && "en".equals(form.get(Merchant.field("localeCode")))) {
        return path;
      }
    }
    throw new AssertionError("the English template is not in the admin");
  }
}
