package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Text messages from the checkout to STOP, and what providers report, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ProviderScenarios {
  /** The tokens that the demo's properties name. */
  private static final String SMS_TOKEN = "demo-sms-token";

  private static final String MAIL_SECRET = "demo-feedback-secret";
  private static final String STATUS = "/post-purchase/callback/sms/status";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final URI shop;
  private final Merchant merchant;
  private final ShopDriver provider;

  ProviderScenarios(URI shop) {
    this.shop = shop;
    this.merchant = Merchant.signIn(shop, "admin");
    this.provider = new ShopDriver(shop);
  }

  @Test
  void a_number_says_yes_and_stop_and_both_are_kept() {
    ShopDriver buyer = buys("texter@example.com", "0151 23456781");
    String question = Mailbox.of(buyer).awaitOne("+4915123456781", 20);
    assertThat(question).contains("YES").contains("STOP");
    assertThat(consents("texter@example.com")).doesNotContain("+4915123456781");

    reply(buyer, question, "YES");
    assertThat(consents("texter@example.com")).contains("+4915123456781", "pp-badge pp-GRANTED");

    reply(buyer, question, "STOP");
    assertThat(consents("texter@example.com")).contains("pp-badge pp-WITHDRAWN");
  }

  @Test
  void only_a_right_signature_is_believed_and_a_repeated_report_counts_once() {
    ShopDriver buyer = buys("reported@example.com", "0151 23456782");
    String text = Mailbox.of(buyer).awaitOne("+4915123456782", 20);
    Map<String, String> report = new TreeMap<>();
    report.put("AccountSid", "ACdemo");
    report.put("MessageSid", find(text, "(SM[0-9a-f]{32})@sms"));
    report.put("MessageStatus", "undelivered");
    report.put("ErrorCode", "21610");
    report.put("From", "+4915199900000");
    report.put("To", "+4915123456782");

    assertThat(status(report).statusCode()).as("not signed").isEqualTo(403);
    assertThat(status(report, "X-Twilio-Signature", "AAAA").statusCode()).isEqualTo(403);
    String other = signed("http://elsewhere.example" + STATUS, report);
    assertThat(status(report, "X-Twilio-Signature", other).statusCode()).isEqualTo(403);
    assertThat(consents("reported@example.com")).doesNotContain("pp-badge pp-WITHDRAWN");

    String right = signed(shop.resolve(STATUS).toString(), report);
    for (int times = 0; times < 2; times++) {
      assertThat(status(report, "X-Twilio-Signature", right).statusCode()).isEqualTo(204);
    }
    assertThat(consents("reported@example.com").split("pp-badge pp-WITHDRAWN", -1)).hasSize(2);
    report.put("ErrorCode", "0");
    assertThat(status(report, "X-Twilio-Signature", right).statusCode())
        .as("another body under the same signature")
        .isEqualTo(403);
  }

  @Test
  void a_bounce_silences_a_mailbox_once_and_whatever_comes_late_changes_nothing() {
    Buyer buyer = new Buyer(shop, "bounced");
    buyer.buys(true);
    String address =
        find(
            merchant.get("/admin/post-purchase-delivery").body(),
            "(/post-purchase/callback/postmark/[A-Za-z0-9._-]+)");
    String bounce =
        "{\"RecordType\":\"Bounce\",\"ID\":4711,\"Type\":\"HardBounce\",\"MessageID\":\"m1\","
            + "\"Email\":\"bounced@example.com\",\"Details\":\"550 5.1.1 user unknown\"}";
    String delivery =
        "{\"RecordType\":\"Delivery\",\"MessageID\":\"m1\",\"Recipient\":\"bounced@example.com\","
            + "\"Details\":\"250 ok\"}";

    assertThat(mail(address, bounce, "guessed").statusCode()).isEqualTo(403);
    assertThat(mail(address + "x", bounce, MAIL_SECRET).statusCode()).isEqualTo(404);
    assertThat(provider.call(address, "application/json", bounce).statusCode()).isEqualTo(403);
    assertThat(events()).isEmpty();
    for (int times = 0; times < 2; times++) {
      assertThat(mail(address, bounce, MAIL_SECRET).statusCode()).isEqualTo(204);
    }
    assertThat(mail(address, delivery, MAIL_SECRET).statusCode()).as("late").isEqualTo(204);
    assertThat(events().stream().filter(row -> row.contains("5.1.1"))).hasSize(1);

    int before = buyer.mails().size();
    ShopDriver again = new ShopDriver(shop);
    again.addToBasket("/brewing/stoneware-dripper", 201, 1);
    again.checkout(buyer.address);
    buyer.waits("PT1H");
    assertThat(buyer.mails()).as("nothing goes to a dead mailbox").hasSize(before);
  }

  private ShopDriver buys(String email, String number) {
    ShopDriver buyer = new ShopDriver(shop);
    buyer.addToBasket("/brewing/stoneware-dripper", 201, 1);
    buyer.checkoutTexting(email, number);
    return buyer;
  }

  private static void reply(ShopDriver buyer, String text, String words) {
    String id = find(text, "\"id\":(\\d+)");
    assertThat(buyer.post("/mailbox/" + id + "/reply", Map.of("text", words)).statusCode())
        .isBetween(200, 303);
  }

  private String consents(String address) {
    return merchant.get("/admin/post-purchase-consents?contact=" + address).body();
  }

  private HttpResponse<String> status(Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return provider.call(STATUS, FORM, body, headers);
  }

  private static String signed(String url, Map<String, String> form) {
    StringBuilder text = new StringBuilder(url);
    form.forEach((name, value) -> text.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SMS_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(mac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> mail(String path, String body, String secret) {
    return provider.call(path, "application/json", body, "Authorization", "Bearer " + secret);
  }

  /** Rows about the bounced mailbox. */
  private List<String> events() {
    String page = merchant.get("/admin/post-purchase-delivery").body();
    return Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(row -> row.group(1))
        .filter(row -> row.contains("bounced@example.com"))
        .collect(Collectors.toList());
  }

  private static String find(String text, String pattern) {
    Matcher m = Pattern.compile(pattern).matcher(text);
    assertThat(m.find()).as(pattern + " in " + text).isTrue();
    return m.group(1);
  }
}
