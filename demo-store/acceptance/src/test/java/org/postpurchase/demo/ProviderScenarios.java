package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What providers of mail report, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ProviderScenarios {
  /** As the demo's properties name it. */
  private static final String MAIL_SECRET = "demo-feedback-secret";

  private final URI shop;
  private final Merchant merchant;
  private final ShopDriver provider;

  ProviderScenarios(URI shop) {
    this.shop = shop;
    this.merchant = Merchant.signIn(shop, "admin");
    this.provider = new ShopDriver(shop);
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
