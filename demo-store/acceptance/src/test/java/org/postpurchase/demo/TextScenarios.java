package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Text messages by a provider that answers as Twilio does, over HTTP: nothing of them is visible
 * until a merchant switches a series on that sends by SMS.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class TextScenarios {
  private static final String BOX = "name=\"ppSmsConsent\"";
  private static final String SERIES = "User guide in parts";

  private final URI shop;
  private final Merchant merchant;
  private final String address = "texted-" + Long.toString(System.nanoTime(), 36) + "@example.com";
  private final String digits = String.format("%08d", System.nanoTime() % 100_000_000L);
  private final String number = "+49151" + digits;

  TextScenarios(URI shop) {
    this.shop = shop;
    this.merchant = Merchant.signIn(shop, "admin");
  }

  @Test
  void an_order_a_yes_a_text_its_report_and_a_stop() {
    assertThat(checkoutPage()).as("off until switched on").doesNotContain(BOX);
    merchant.post("/admin/post-purchase-presets/user-guide/use", Map.of());
    String series = merchant.series(SERIES);
    textsADayAfterTheOrder(series);
    try {
      assertThat(checkoutPage()).contains(BOX);
      ShopDriver browser = order();
      List<String> texts = texts(browser, 1);
      assertThat(texts.get(0)).contains("YES");
      answer(browser, texts.get(0), "Yes");
      texts(browser, 2); // the provider passes thanks on
      browser.waits("P4D"); // the hours of texts leave out nights and Sundays

      String text = texts(browser, 3).get(0);
      assertThat(text).contains("/post-purchase/").doesNotContain("${", "<p");
      awaitDelivered();
      int answers = answersOnRecord();
      assertThat(answers).as("the yes").isPositive();
      answer(browser, text, "stop");
      assertThat(answersOnRecord()).as("and the stop").isGreaterThan(answers);
      order();
      browser.waits("P4D");
      assertThat(Mailbox.of(browser).to(number)).as("nothing more").hasSize(3);
      assertThat(merchant.get("/admin/post-purchase-enrollments/why?person=" + address).body())
          .contains("does not want");
    } finally {
      Map<String, String> form = merchant.form(series);
      form.put(Merchant.field("status"), "DRAFT");
      assertThat(merchant.post(series, form).statusCode()).isEqualTo(302);
    }
    assertThat(checkoutPage()).doesNotContain(BOX);
  }

  /** Rows about the buyer that say that it was said by text message. */
  private int answersOnRecord() {
    String page = merchant.get("/admin/post-purchase-consents?contact=" + address).body();
    return page.split("Answer by text message", -1).length - 1;
  }

  private String checkoutPage() {
    ShopDriver browser = new ShopDriver(shop);
    browser.addToBasket("/brewing/stoneware-dripper", 201, 1);
    return browser.get("/checkout").body();
  }

  private ShopDriver order() {
    ShopDriver browser = new ShopDriver(shop).textedAt("0151 " + digits);
    browser.addToBasket("/brewing/stoneware-dripper", 201, 1);
    browser.checkout(address);
    return browser;
  }

  /** On the designer's page, as its script sends it. */
  private void textsADayAfterTheOrder(String series) {
    String design = series.replace("post-purchase-series", "post-purchase-designer");
    String page = merchant.get(design).body();
    Matcher form = Pattern.compile("data-form=\"([^\"]*)\"").matcher(page);
    Matcher edition = Pattern.compile("name=\"edition\" value=\"(\\d+)\"").matcher(page);
    assertThat(form.find() && edition.find()).as(page).isTrue();
    String changed =
        form.group(1)
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&")
            .replaceFirst("\"priority\":\"\\d+\"", "\"priority\":\"999\"")
            .replaceFirst("\"anchor\":\"SHIPPED\"", "\"anchor\":\"SUBMITTED\"")
            .replaceFirst("\"delayDays\":\"\\d+\"", "\"delayDays\":\"1\"")
            .replaceFirst("\"channel\":\"EMAIL\"", "\"channel\":\"SMS\"");
    HttpResponse<String> answer =
        merchant.post(
            design + "/save",
            Map.of("edition", edition.group(1), "status", "ACTIVE", "design", changed));
    assertThat(answer.body()).as(changed).doesNotContain("\"problems\":[{");
    assertThat(merchant.form(series).get(Merchant.field("status"))).isEqualTo("ACTIVE");
  }

  /** All texts to the number, newest first, once there are so many. */
  private List<String> texts(ShopDriver browser, int count) {
    return Mailbox.of(browser).await(number, count);
  }

  private static void answer(ShopDriver browser, String text, String words) {
    Matcher id = Pattern.compile("^\\{\"id\":\"?(\\d+)").matcher(text);
    assertThat(id.find()).as(text).isTrue();
    browser.post("/mailbox/" + id.group(1) + "/reply", Map.of("text", words));
  }

  /** The provider calls back when it has delivered, which is a little later. */
  private void awaitDelivered() {
    Instant end = Instant.now().plusSeconds(Mailbox.SECONDS_MOST);
    String page = "";
    while (!page.contains("Delivered") && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      page = merchant.get("/admin/post-purchase-messages?contact=" + address).body();
    }
    assertThat(page).contains("Delivered");
  }
}
