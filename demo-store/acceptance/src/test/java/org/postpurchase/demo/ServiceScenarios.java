package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** From the question on the confirmation page to a case that is closed, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ServiceScenarios {
  private static final String SETTINGS = "/admin/post-purchase-service";
  private static final String SURVEYS = "/admin/post-purchase-surveys";
  private static final String CASES = "/admin/post-purchase-cases";

  private final URI shop;
  private final Merchant merchant;

  ServiceScenarios(URI shop) {
    this.shop = shop;
    this.merchant = Merchant.signIn(shop, "admin");
  }

  @AfterEach
  void leave_the_shop_as_it_was() {
    settings("");
    String survey = survey();
    if (survey != null) {
      merchant.post(survey + "/off", Map.of("edition", merchant.form(survey).get("edition")));
    }
  }

  @Test
  void a_low_score_and_a_report_open_cases_and_staff_hears_of_them() {
    settings("true");
    publish();
    ShopDriver buyer = new ShopDriver(shop);
    buyer.addToBasket("/brewing/stoneware-dripper", 201, 1);
    String number = buyer.checkoutAgreeing("stella@example.com");
    String page = buyer.get("/confirmation/" + number).body();
    String survey = find(page, "action=\"(/post-purchase/survey/[^\"]+)\"");
    String help = find(page, "href=\"(/post-purchase/help/[^\"]+)\"");
    assertThat(page).contains("+49 431 1234");

    ShopDriver scanner = new ShopDriver(shop);
    for (String link : new String[] {survey, survey + "?n0=9", help}) {
      assertThat(scanner.get(link).statusCode()).isEqualTo(200);
      assertThat(scanner.head(link).statusCode()).isEqualTo(200);
    }
    assertThat(scanner.get(survey + "?n0=9").body()).contains("checked");
    assertThat(merchant.get(survey()).body()).doesNotContain("class=\"pp-score\"");

    assertThat(scanner.post(survey, Map.of("n0", "")).statusCode()).isEqualTo(422);
    HttpResponse<String> longer = scanner.post(survey, Map.of("n0", "2", "t1", "x".repeat(10_000)));
    assertThat(longer.statusCode()).isEqualTo(422);
    assertThat(longer.body()).contains("2,000 characters", "xxxxxxxxxx");
    assertThat(scanner.post(survey + "x", Map.of("n0", "2")).statusCode()).isEqualTo(400);
    assertThat(scanner.post(survey.replace("/survey/", "/help/"), Map.of()).statusCode())
        .isEqualTo(400);

    assertThat(scanner.post(survey, Map.of("n0", "2", "t1", "<b>Slow</b>")).statusCode())
        .isEqualTo(303);
    scanner.post(survey, Map.of("n0", "10", "t1", "Fast"));
    assertThat(scanner.get(survey).body())
        .contains("2 / 10", "&lt;b&gt;Slow&lt;/b&gt;")
        .doesNotContain("Fast");
    assertThat(merchant.get(survey()).body()).contains("-100", "&lt;b&gt;Slow&lt;/b&gt;");

    assertThat(scanner.post(help, Map.of("kind", "DAMAGED", "words", "Cracked")).statusCode())
        .isEqualTo(303);
    String queue = merchant.get(CASES + "?state=OPEN&contact=stella").body();
    assertThat(queue).contains("Low score", "Something is damaged");
    Mailbox.of(buyer).await("staff@example.com", 2);
  }

  @Test
  void advertising_rests_while_a_case_is_open_and_resumes_after_it_was_closed_with_resume() {
    settings("true");
    Buyer buyer = new Buyer(shop, "damaged");
    buyer.waits("PT1M"); // mails show settings a moment after they were saved
    String number = buyer.buys(true);
    buyer.receives(number);
    String help =
        buyer.lastMail().links().stream()
            .filter(link -> link.contains("/post-purchase/help/"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(buyer.lastMail().html));
    HttpResponse<String> reported =
        new ShopDriver(shop)
            .post(URI.create(help).getPath(), Map.of("kind", "DAMAGED", "words", "Cracked"));
    assertThat(reported.statusCode()).isEqualTo(303);

    buyer.waits("P2D");
    assertThat(toBuyer(buyer)).as("while the case is open").hasSize(1);
    assertThat(decisions(number)).contains("A case of the person is open");

    String list = merchant.get(CASES + "?state=OPEN&contact=damaged").body();
    String one = find(list, "href=\"(" + CASES + "/\\d+)\"");
    String edition = merchant.form(one).get("edition");
    Map<String, String> closing = Map.of("edition", edition, "act", "CLOSE", "words", "Sent anew");
    assertThat(merchant.post(one + "/act", closing).statusCode()).isEqualTo(302);

    buyer.waits("P1D");
    assertThat(toBuyer(buyer)).as("after the case was closed").hasSize(2);
    assertThat(toBuyer(buyer).get(1)).startsWith("Good to know");
  }

  /** Without what staff is told of the buyer. */
  private static List<String> toBuyer(Buyer buyer) {
    return buyer.subjects().stream().filter(subject -> !subject.startsWith("New case")).toList();
  }

  private String decisions(String number) {
    return merchant.get("/admin/post-purchase-messages/order?number=" + number).body();
  }

  private void settings(String active) {
    Map<String, String> form = new HashMap<>(merchant.form(SETTINGS));
    form.putAll(Map.of("starsMost", "2", "npsMost", "6", "csatMost", "2", "timeoutDays", "14"));
    form.putAll(Map.of("from", "09:00", "to", "17:00", "firstHours", "8", "solveHours", "40"));
    for (int day = 1; day <= 7; day++) {
      form.put("day" + day, "true");
    }
    form.put("active", active);
    form.put("phone", active.isEmpty() ? "" : "+49 431 1234");
    form.put("alertAddress", active.isEmpty() ? "" : "staff@example.com");
    assertThat(merchant.post(SETTINGS, form).statusCode()).isEqualTo(302);
  }

  private void publish() {
    Map<String, String> form = new HashMap<>(merchant.form(SURVEYS + "/new"));
    form.put("name", "After the purchase");
    form.put("onConfirmation", "true");
    form.put("kind1", "NPS");
    form.put("kind2", "TEXT");
    form.put("cooldownDays", "90");
    assertThat(merchant.post(SURVEYS + "/save", form).statusCode()).isEqualTo(302);
    String survey = survey();
    merchant.post(survey + "/publish", Map.of("edition", merchant.form(survey).get("edition")));
  }

  /** Path of the newest survey; null for none. */
  private String survey() {
    Matcher m =
        Pattern.compile("href=\"(" + SURVEYS + "/\\d+)\"").matcher(merchant.get(SURVEYS).body());
    return m.find() ? m.group(1) : null;
  }

  private static String find(String page, String pattern) {
    Matcher m = Pattern.compile(pattern).matcher(page);
    assertThat(m.find()).as(pattern + " on " + page).isTrue();
    return m.group(1);
  }
}
