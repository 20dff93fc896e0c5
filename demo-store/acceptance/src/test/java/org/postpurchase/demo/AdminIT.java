package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
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
    assertThat(Mailbox.of(shopper).awaitOne("subject@example.com", 5))
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
          "/admin/post-purchase-outbox", TEMPLATES, english(), "/admin/post-purchase-prompts"
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
  void a_forged_unblock_or_resend_is_refused() {
    assertThat(service.post("/admin/post-purchase-outbox/unblock-all", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(service.post("/admin/post-purchase-outbox/1/unblock", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(service.post("/admin/post-purchase-messages/1/send-again", Map.of()).statusCode())
        .isEqualTo(403);
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
