package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a buyer who was asked for a review and the staff of the shop do over HTTP. */
abstract class ReviewSteps {
  static final String FORM = "/post-purchase/review/";
  private static final Pattern LINE = Pattern.compile("name=\"line\" value=\"(\\d+)\"");
  private static final Pattern EDITION = Pattern.compile("name=\"edition\" value=\"(\\d+)\"");

  final URI shop;
  final ShopDriver stranger;

  ReviewSteps(URI shop) {
    this.shop = shop;
    this.stranger = new ShopDriver(shop);
  }

  Mail asked(String name) {
    Buyer buyer = new Buyer(shop, name);
    String number = buyer.buys(true);
    buyer.receives(number);
    buyer.waits("P11D");
    return buyer.mails().stream()
        .filter(mail -> mail.html.contains(FORM))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no request among " + buyer.subjects()));
  }

  static String link(Mail mail) {
    String url =
        mail.links().stream()
            .filter(link -> link.contains(FORM) && !link.contains("?"))
            .findFirst()
            .orElseThrow();
    return path(url);
  }

  static String path(String url) {
    return url.replace("&amp;", "&").replaceFirst("https?://[^/]+", "").replaceFirst("#.*", "");
  }

  List<String> lines(String form) {
    return LINE.matcher(stranger.get(form).body())
        .results()
        .map(m -> m.group(1))
        .distinct()
        .toList();
  }

  HttpResponse<String> send(String form, String line, String stars, String body) {
    Map<String, String> fields = new HashMap<>();
    fields.put("do", "save");
    fields.put("line", line);
    fields.put("stars", stars);
    fields.put("body", body);
    fields.put("nickname", "A reader");
    return stranger.post(form, fields);
  }

  /** Addresses of the reviews of that buyer that wait. */
  List<String> queue(String name) {
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

  static void act(Merchant merchant, String review, String what, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    Matcher edition = EDITION.matcher(merchant.get(review).body());
    if (edition.find()) {
      form.put("edition", edition.group(1));
    }
    assertThat(merchant.post(review + "/" + what, form).statusCode()).isEqualTo(302);
  }
}
