package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** From the parcel to the product's page, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReviewScenarios {
  private static final Pattern LINE = Pattern.compile("name=\"line\" value=\"(\\d+)\"");
  private static final Pattern EDITION = Pattern.compile("name=\"edition\" value=\"(\\d+)\"");
  private static final String DRIPPER = "/brewing/stoneware-dripper";
  private static final String POT = "/last-chance/enamel-pot";
  private static final String FORM = "/post-purchase/review/";

  private final URI shop;
  private final ShopDriver stranger;

  ReviewScenarios(URI shop) {
    this.shop = shop;
    this.stranger = new ShopDriver(shop);
  }

  @Test
  void two_products_are_reviewed_by_link_checked_shown_and_answered() {
    Mail mail = asked("rita");
    String form = link(mail);
    for (String link : mail.links()) {
      if (link.contains(FORM)) {
        stranger.get(path(link)); // a scanner, or a mail program that looks ahead
        stranger.head(path(link));
      }
    }
    assertThat(queue("rita")).as("looking sends nothing").isEmpty();
    assertThat(mail.html).contains("stars=5");

    List<String> lines = lines(form);
    assertThat(lines).hasSize(2);
    send(form, lines.get(0), "4", "Pours <b>well</b>");
    send(form, lines.get(0), "4", "Pours <b>well</b>");
    send(form, lines.get(1), "1", "Chipped");
    assertThat(stranger.get(DRIPPER).body()).doesNotContain("Pours");

    Merchant merchant = Merchant.signIn(shop, "admin");
    List<String> waiting = queue("rita");
    assertThat(waiting).hasSize(2);
    for (String review : waiting) {
      act(merchant, review, "publish", Map.of());
      if (merchant.get(review).body().contains("Chipped")) {
        act(merchant, review, "reply", Map.of("text", "A new one is on its way."));
      }
    }

    String dripper = stranger.get(DRIPPER).body();
    assertThat(dripper)
        .contains("Pours &lt;b&gt;well&lt;/b&gt;", "Verified buyer", "\"reviewCount\":1")
        .containsOnlyOnce("application/ld+json");
    assertThat(stranger.get(POT).body()).contains("Chipped", "A new one is on its way.");
    assertThat(stranger.get(DRIPPER + "?ppStars=1").body()).doesNotContain("Pours");
    assertThat(stranger.get("/post-purchase/reviews/policy").body())
        .contains("no part in whether or when it is shown");
  }

  @Test
  void what_is_sent_back_is_not_asked_about_and_bad_links_and_input_are_refused_in_words() {
    Buyer buyer = new Buyer(shop, "ralf");
    String number = buyer.buys(true);
    buyer.receives(number);
    buyer.waits("P4D");
    buyer.warehouse(number, "return");
    buyer.waits("P12D");
    assertThat(buyer.mails()).noneMatch(mail -> mail.html.contains(FORM));

    String form = link(asked("rosa"));
    String line = lines(form).get(0);
    HttpResponse<String> none = send(form, line, "", "x");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("one to five stars");
    HttpResponse<String> longer = send(form, line, "3", "x".repeat(10_000));
    assertThat(longer.statusCode()).isEqualTo(422);
    assertThat(longer.body()).contains("5,000 characters", "xxxxxxxxxx");
    assertThat(send(form + "x", line, "3", "x").statusCode()).isEqualTo(400);
    assertThat(stranger.get(FORM + "r.1.2.x").statusCode()).isEqualTo(400);
    assertThat(send(form, "999999", "3", "x").statusCode()).isEqualTo(422);
    assertThat(queue("rosa")).isEmpty();
    stranger.waits("P46D");
    assertThat(stranger.get(form).statusCode()).isEqualTo(410);
  }

  private Mail asked(String name) {
    Buyer buyer = new Buyer(shop, name);
    String number = buyer.buys(true);
    buyer.receives(number);
    buyer.waits("P11D");
    return buyer.mails().stream()
        .filter(mail -> mail.html.contains(FORM))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no request among " + buyer.subjects()));
  }

  private static String link(Mail mail) {
    String url =
        mail.links().stream()
            .filter(link -> link.contains(FORM) && !link.contains("?"))
            .findFirst()
            .orElseThrow();
    return path(url);
  }

  private static String path(String url) {
    return url.replace("&amp;", "&").replaceFirst("https?://[^/]+", "").replaceFirst("#.*", "");
  }

  private List<String> lines(String form) {
    return LINE.matcher(stranger.get(form).body())
        .results()
        .map(m -> m.group(1))
        .distinct()
        .toList();
  }

  private HttpResponse<String> send(String form, String line, String stars, String body) {
    Map<String, String> fields = new HashMap<>();
    fields.put("do", "save");
    fields.put("line", line);
    fields.put("stars", stars);
    fields.put("body", body);
    fields.put("nickname", "Rita");
    return stranger.post(form, fields);
  }

  /** Addresses of the reviews of that buyer that wait. */
  private List<String> queue(String name) {
    String page =
        Merchant.signIn(shop, "admin")
            .get("/admin/post-purchase-reviews?state=WAITING&contact=" + name)
            .body();
    return Pattern.compile("href=\"(/admin/post-purchase-reviews/\\d+)\"")
        .matcher(page)
        .results()
        .map(m -> m.group(1))
        .distinct()
        .toList();
  }

  private static void act(
      Merchant merchant, String review, String what, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    Matcher edition = EDITION.matcher(merchant.get(review).body());
    if (edition.find()) {
      form.put("edition", edition.group(1));
    }
    assertThat(merchant.post(review + "/" + what, form).statusCode()).isEqualTo(302);
  }
}
