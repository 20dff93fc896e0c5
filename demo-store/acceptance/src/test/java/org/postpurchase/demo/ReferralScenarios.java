package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** One tells another, over HTTP and without JavaScript. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReferralScenarios {
  private static final Pattern JOIN =
      Pattern.compile("action=\"([^\"]*/post-purchase/refer\\?[^\"]+)\"");
  private static final Pattern FRIEND = Pattern.compile("/post-purchase/friend/([A-Z2-9]{8})");
  private static final Pattern STATUS = Pattern.compile("/post-purchase/referrals/[\\w.-]+");
  private static final String COFFEE = "/coffee/harbour-espresso";
  private static final String DRIPPER = "/brewing/stoneware-dripper";

  private final URI shop;
  private final Merchant admin;

  ReferralScenarios(URI shop, Merchant admin) {
    this.shop = shop;
    this.admin = admin;
  }

  /** A guest who has ordered and asked for a link on the confirmation page. */
  private final class Teller {
    final ShopDriver browser;
    final String address;
    final String code;
    final String status;

    Teller(String name, String street) {
      browser = new ShopDriver(shop).livesAt(name, street);
      address = name.toLowerCase(Locale.ROOT) + "@example.com";
      browser.addToBasket(COFFEE, 101, 2);
      String confirmation = "/confirmation/" + browser.checkout(address);
      String page = browser.get(confirmation).body();
      String action = first(JOIN, page).replace("&amp;", "&");
      HttpResponse<String> joined = browser.submit(confirmation, action, Map.of());
      assertThat(joined.statusCode()).isEqualTo(302);
      String after = browser.get(confirmation).body();
      code = first(FRIEND, after);
      status = group(STATUS, after);
    }

    String status() {
      return text(new ShopDriver(shop).get(status).body());
    }

    /** The shop's own node may be at the order at this moment. */
    String awaits(String word) {
      String page = status();
      for (int i = 0; i < 600 && !page.contains(word); i++) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        page = status();
      }
      assertThat(page)
          .as(() -> text(admin.get("/admin/post-purchase-outbox").body()))
          .contains(word);
      return page;
    }
  }

  private static String text(String html) {
    return html.replaceAll("(?s)<style.*?</style>|<script.*?</script>|<[^>]+>", " ")
        .replaceAll("\\s+", " ");
  }

  private static String group(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern + " in " + text).isTrue();
    return found.group();
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern + " in " + text).isTrue();
    return found.group(1);
  }

  private List<String> subjects(ShopDriver browser, String address) {
    List<String> subjects =
        new java.util.ArrayList<>(
            Mailbox.of(browser).to(address).stream().map(json -> new Mail(json).subject).toList());
    Collections.reverse(subjects);
    return subjects;
  }

  @Test
  void a_guest_tells_a_friend_who_buys_keeps_and_sends_back() {
    Teller ada = new Teller("Lovelace", "Seeblick 7");
    String landing = "/post-purchase/friend/" + ada.code;

    ShopDriver bob = new ShopDriver(shop).livesAt("Smith", "Marktgasse 22");
    HttpResponse<String> page = bob.get(landing + "?c=whatsapp");
    assertThat(text(page.body()))
        .contains("Anna has something for you: 10% off", "Keep my discount");
    assertThat(page.body()).doesNotContain("Lovelace", ada.address);
    HttpResponse<String> kept = bob.post(landing + "?c=whatsapp", Map.of("keep", "1"));
    assertThat(kept.statusCode()).isEqualTo(303);
    bob.addToBasket(DRIPPER, 201, 1);
    bob.addToBasket("/last-chance/enamel-pot", 501, 1);
    String number = bob.checkout("smith@example.com");
    assertThat(text(bob.get("/confirmation/" + number).body())).contains("\u2212 \u20ac4.80");
    bob.waits("PT1M");
    assertThat(ada.awaits("On its way")).contains("500 points");

    bob.receives(number);
    bob.waits("P14D");
    assertThat(ada.awaits("Paid")).contains("500 points").doesNotContain("smith", number);

    bob.post("/orders/" + number + "/return", Map.of("line", "1"));
    bob.waits("PT1M");
    assertThat(ada.awaits("sent part of the order back")).contains("Paid", "250 points");
    bob.post("/orders/" + number + "/return", Map.of("line", "2"));
    bob.waits("PT1M");
    ada.awaits("Taken back");
    assertThat(ada.status()).as("a look changes nothing").contains("Taken back");
  }

  @Test
  void previews_of_messengers_get_a_card_and_count_for_nothing() {
    Teller kim = new Teller("Novak", "Lindenweg 3");
    String landing = "/post-purchase/friend/" + kim.code;
    long before = visited();
    ShopDriver bot = new ShopDriver(shop);
    for (String channel : List.of("whatsapp", "facebook", "x")) {
      bot.head(landing + "?c=" + channel);
      HttpResponse<String> answer = new ShopDriver(shop).get(landing + "?c=" + channel);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=300");
      assertThat(answer.body()).contains("og:title", "og:description");
    }
    assertThat(visited()).isEqualTo(before);
    new ShopDriver(shop).post(landing, Map.of("keep", "1"));
    assertThat(visited()).as("a person's click").isEqualTo(before + 1);
  }

  @Test
  void the_code_works_typed_on_another_device_and_bad_ones_are_refused_in_words() {
    Teller eve = new Teller("Olsen", "Hang 11");
    ShopDriver friend = new ShopDriver(shop).livesAt("Petit", "Talstr. 4");
    friend.addToBasket(DRIPPER, 201, 1);
    String typed =
        " " + eve.code.toLowerCase(Locale.ROOT).substring(0, 4) + "-" + eve.code.substring(4) + " ";
    String cart = text(friend.enterCode(typed).body());
    assertThat(cart).contains("\u2212 \u20ac2.40");
    String number = friend.checkout("petit@example.com");
    friend.waits("PT1M");
    eve.awaits("On its way");

    ShopDriver again = new ShopDriver(shop).livesAt("Petit", "Talstr. 4");
    again.addToBasket(DRIPPER, 201, 1);
    again.enterCode(eve.code);
    again.checkout("petit@example.com");
    again.waits("PT1M");
    assertThat(eve.status().split("On its way", -1)).as("once per friend").hasSize(2);
    assertThat(number).isNotEmpty();

    ShopDriver own = new ShopDriver(shop).livesAt("Olsen", "Hang 11");
    own.addToBasket(DRIPPER, 201, 1);
    own.enterCode(eve.code);
    own.enterDetails(eve.address);
    assertThat(text(own.get("/cart").body())).contains("your own");

    String gone = "/post-purchase/friend/" + eve.code.substring(1) + "A";
    assertThat(friend.get(gone).statusCode()).isEqualTo(404);
    assertThat(friend.get(eve.status + "x").statusCode()).isEqualTo(404);
  }

  @Test
  void a_typed_code_goes_before_the_link_that_was_followed() {
    Teller eve = new Teller("Larsen", "Hang 41");
    Teller kim = new Teller("Moreau", "Kaistr. 42");
    ShopDriver friend = new ShopDriver(shop).livesAt("Varga", "Talstr. 34");
    friend.post("/post-purchase/friend/" + eve.code + "?c=copy", Map.of("keep", "1"));
    friend.addToBasket(DRIPPER, 201, 1);
    assertThat(text(friend.enterCode(kim.code).body())).contains("\u2212 \u20ac2.40");
    friend.addToBasket(COFFEE, 101, 1); // priced again, with the link still in the browser
    friend.checkout("varga@example.com");
    friend.waits("PT1M");
    kim.awaits("On its way");
    assertThat(eve.status()).doesNotContain("On its way");
  }

  /** AffiliateWP 915: after a few pages, or a new account, nobody had sent the friend any more. */
  @Test
  void the_code_stays_through_pages_a_second_visit_and_a_new_account() {
    Teller eve = new Teller("Kowalski", "Hang 31");
    String landing = "/post-purchase/friend/" + eve.code;
    ShopDriver friend = new ShopDriver(shop).livesAt("Fournier", "Talstr. 24");
    friend.post(landing + "?c=copy", Map.of("keep", "1"));
    for (String page : List.of("/", COFFEE, DRIPPER, "/cart", "/login", landing)) {
      friend.get(page);
    }
    friend.addToBasket(COFFEE, 101, 1);
    friend.register("fournier@example.com", "secret12");
    friend.addToBasket(DRIPPER, 201, 1);
    assertThat(text(friend.get("/cart").body())).contains("\u2212 \u20ac");
    friend.checkout("fournier@example.com");
    friend.waits("PT1M");
    assertThat(eve.awaits("On its way")).doesNotContain("fournier");
  }

  @Test
  void who_shares_a_home_is_held_and_a_person_decides() {
    Teller joy = new Teller("Quist", "Ring 5");
    ShopDriver twin = new ShopDriver(shop).livesAt("Rossi", "ring 5");
    twin.post("/post-purchase/friend/" + joy.code, Map.of("keep", "1"));
    twin.addToBasket(DRIPPER, 201, 1);
    twin.checkout("rossi@example.com");
    twin.waits("PT1M");
    assertThat(joy.awaits("Being checked")).contains("looked at by a person");
    String queue = admin.get("/admin/post-purchase-referrals").body();
    assertThat(queue).contains("quist@example.com", "rossi@example.com");
    String id = first(Pattern.compile("/admin/post-purchase-referrals/(\\d+)\""), queue);
    assertThat(
            admin
                .post(
                    "/admin/post-purchase-referrals/" + id + "/approve",
                    Map.of("words", "neighbours"))
                .statusCode())
        .isEqualTo(302);
    assertThat(joy.status()).contains("On its way", "500 points");
  }

  private long visited() {
    String page = text(admin.get("/admin/post-purchase-referrals").body());
    Matcher number = Pattern.compile("([\\d,.]+) friends took it up").matcher(page);
    assertThat(number.find()).as(page).isTrue();
    return Long.parseLong(number.group(1).replaceAll("\\D", ""));
  }

  @Test
  void a_mail_to_somebody_who_agreed_leads_to_a_link_and_looking_gives_none() {
    ShopDriver browser = new ShopDriver(shop).livesAt("Tamm", "Kaistr. 9");
    browser.addToBasket(COFFEE, 101, 2);
    String number = browser.checkoutAgreeing("tamm@example.com");
    browser.receives(number);
    browser.waits("P21D");
    String link =
        Mailbox.of(browser).to("tamm@example.com").stream()
            .map(Mail::new)
            .flatMap(mail -> mail.links().stream())
            .filter(url -> url.contains("/post-purchase/recommend/"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(subjects(browser, "tamm@example.com")))
            .replaceFirst("https?://[^/]+", "");
    ShopDriver phone = new ShopDriver(shop);
    phone.head(link);
    assertThat(text(phone.get(link).body())).contains("Give a friend: 10% off", "Get my link");
    String advocates = "/admin/post-purchase-referrals/advocates?q=tamm";
    assertThat(admin.get(advocates).body()).doesNotContain("tamm@example.com</");
    HttpResponse<String> joined = phone.post(link, Map.of());
    assertThat(joined.statusCode()).isEqualTo(303);
    String status = joined.headers().firstValue("Location").orElseThrow();
    assertThat(phone.get(status).body()).contains("/post-purchase/friend/");
    assertThat(admin.get(advocates).body()).contains("tamm@example.com");
    assertThat(phone.get(link + "x").statusCode()).isEqualTo(404);
    String csv = admin.post("/admin/post-purchase-referrals/export", Map.of()).body();
    assertThat(csv).startsWith("referral,claimed_at,state,");
  }

  @Test
  void cards_and_slips_are_pages_and_files_and_looking_at_them_makes_no_advocate() {
    Teller ida = new Teller("Berg", "Waldweg 8");
    HttpResponse<String> file = new ShopDriver(shop).get(ida.status + "/card.pdf");
    assertThat(file.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/pdf");
    assertThat(file.body()).startsWith("%PDF-");
    assertThat(text(new ShopDriver(shop).get(ida.status + "/card").body()))
        .contains("Anna recommends", ida.code.substring(0, 4) + "-" + ida.code.substring(4));

    ShopDriver browser = new ShopDriver(shop).livesAt("Lund", "Hafenstr. 2");
    browser.addToBasket(COFFEE, 101, 2);
    String number = browser.checkout("lund@example.com");
    String slip = slip(number, "");
    assertThat(text(browser.get(slip).body())).contains("Give a friend");
    assertThat(slip(number, "1")).endsWith("/slip.pdf");
    assertThat(browser.get(slip + ".pdf").body()).startsWith("%PDF-");
    assertThat(admin.get("/admin/post-purchase-referrals/advocates?q=lund").body())
        .doesNotContain("lund@example.com</");
    assertThat(browser.get(slip.replace("/slip", "x/slip")).statusCode()).isEqualTo(404);
    assertThat(slipOf("no-such-order").headers().firstValue("Location").orElseThrow())
        .endsWith("/post-purchase-referrals");
  }

  private HttpResponse<String> slipOf(String number) {
    return admin.post("/admin/post-purchase-referrals/slip", Map.of("order", number));
  }

  private String slip(String number, String pdf) {
    return admin
        .post("/admin/post-purchase-referrals/slip", Map.of("order", number, "pdf", pdf))
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst("https?://[^/]+", "");
  }

  @Test
  void where_the_law_refuses_invitations_nobody_can_switch_them_on_or_send_one() {
    Teller pia = new Teller("Holm", "Amselgrund 6");
    assertThat(new ShopDriver(shop).get(pia.status).body()).doesNotContain("id=\"invite\"");
    HttpResponse<String> sent =
        new ShopDriver(shop)
            .post(pia.status + "/invite", Map.of("address", "stranger@example.com", "known", "1"));
    assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith(pia.status);
    pia.browser.waits("PT1M");
    assertThat(Mailbox.of(pia.browser).to("stranger@example.com")).isEmpty();
    assertThat(text(admin.get("/admin/post-purchase-referrals").body()))
        .contains("refuses mails to people who have not asked for them");
  }
}
