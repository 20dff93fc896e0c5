package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The weeks after a purchase, over plain HTTP: what comes when, what does not, and why. */
abstract class SeriesScenarios {
  private static final String THANKS = "Thank you for your order at";
  private static final String HOW_TO = "Good to know";
  private static final String REVIEW = "What do you think";
  private static final String CODE = "For you: 10% off your next order";
  private static final String REMINDER = "Valid until";
  private static final Map<String, String> ONE_CLICK = Map.of("List-Unsubscribe", "One-Click");

  private final URI shop;

  SeriesScenarios(URI shop) {
    this.shop = shop;
  }

  @Test
  void whoever_agreed_gets_each_message_once_in_its_time_and_the_code_is_worth_something() {
    Buyer buyer = new Buyer(shop, "whole");
    String number = buyer.buys(true);
    buyer.receives(number);
    assertSubjects(buyer, THANKS);

    buyer.waits("P2D");
    assertSubjects(buyer, THANKS, HOW_TO);
    assertThat(buyer.lastMail().html).contains("Stoneware Dripper", "three slow circles");
    buyer.waits("P8D");
    assertSubjects(buyer, THANKS, HOW_TO, REVIEW);
    buyer.waits("P11D");
    assertSubjects(buyer, THANKS, HOW_TO, REVIEW, CODE);
    buyer.waits("P7D");
    assertSubjects(buyer, THANKS, HOW_TO, REVIEW, CODE, REMINDER);

    List<Mail> mails = buyer.mails();
    assertThat(mails.get(0).header("List-Unsubscribe-Post")).isEmpty();
    for (Mail advertising : mails.subList(1, mails.size())) {
      assertThat(advertising.header("List-Unsubscribe"))
          .isEqualTo("<" + advertising.unsubscribeLink() + ">");
      assertThat(advertising.header("List-Unsubscribe-Post"))
          .isEqualTo("List-Unsubscribe=One-Click");
    }
    String code = mails.get(3).code();
    assertThat(buyer.lastMail().code()).isEqualTo(code);
    // Two bags at 9.80: 1.96 off.
    assertThat(buyer.buysWithCode(code)).contains("Promotion</dt>", "€1.96");
  }

  @Test
  void whoever_has_used_the_code_is_not_reminded_of_it() {
    Buyer buyer = new Buyer(shop, "quick");
    String number = buyer.buys(true);
    buyer.receives(number);
    buyer.waits("P22D");
    assertSubjects(buyer, THANKS, HOW_TO, REVIEW, CODE);

    String toTheBasket =
        buyer.lastMail().links().stream()
            .filter(l -> l.contains("/cart?code="))
            .findFirst()
            .orElseThrow();
    assertThat(buyer.takesTheCodeAlong(toTheBasket)).contains("1.96");
    assertThat(buyer.buysTheBasket()).contains("€1.96");
    buyer.waits("P20D");

    assertSubjects(buyer, THANKS, HOW_TO, REVIEW, CODE, THANKS);
    assertThat(decisions(number)).contains("pp-EXIT", "The code that it is about has been used.");
  }

  @Test
  void a_code_is_of_no_use_to_somebody_else_or_a_second_time() {
    Buyer buyer = new Buyer(shop, "owner");
    buyer.receives(buyer.buys(true));
    buyer.waits("P22D");
    String code = buyer.lastMail().code();

    ShopDriver stranger = stranger();
    stranger.addToBasket("/coffee/harbour-espresso", 101, 2);
    stranger.enterDetails("stranger@example.com");
    assertThat(stranger.enterCode(code).body())
        .contains("belongs to another e-mail address")
        .doesNotContain("Promotion</dt>");
    assertThat(stranger.get("/checkout/review").body())
        .contains("belongs to another e-mail address")
        .doesNotContain("Promotion</dt>");

    assertThat(buyer.buysWithCode(code)).contains("Promotion</dt>");
    ShopDriver again = stranger();
    again.addToBasket("/coffee/harbour-espresso", 101, 2);
    again.enterDetails(buyer.address);
    assertThat(again.enterCode(code).body())
        .contains("has been used already")
        .doesNotContain("Promotion</dt>");
  }

  @Test
  void whoever_did_not_agree_gets_the_thank_you_and_nothing_else() {
    Buyer buyer = new Buyer(shop, "silent");
    String number = buyer.buys(false);
    buyer.receives(number);
    buyer.waits("P40D");

    assertSubjects(buyer, THANKS);
    assertThat(buyer.lastMail().html).doesNotContain("/unsubscribe/");
    assertThat(decisions(number)).contains("pp-SKIP", "The person has not agreed to advertising.");
  }

  @Test
  void a_cancelled_order_is_followed_by_nothing() {
    Buyer buyer = new Buyer(shop, "cancelled");
    String number = buyer.buys(true);
    buyer.warehouse(number, "cancel");
    buyer.waits("P40D");

    assertSubjects(buyer, THANKS);
    assertThat(decisions(number)).contains("pp-EXIT", "The order was cancelled.");
  }

  @Test
  void whoever_unsubscribes_while_the_mail_server_is_down_gets_nothing_when_it_is_up_again() {
    Buyer buyer = new Buyer(shop, "outage");
    String number = buyer.buys(true);
    buyer.receives(number);
    String link = buyer.lastMail().unsubscribeLink();

    buyer.outage(true);
    try {
      buyer.waits("P2D");
      assertThat(unsubscribe(link).statusCode()).isEqualTo(200);
    } finally {
      buyer.outage(false);
    }
    buyer.waits("P40D");

    assertSubjects(buyer, THANKS);
    assertThat(decisions(number))
        .contains(
            "pp-EXIT",
            "The person does not want such messages any more, or the address is suppressed.");
  }

  @Test
  void following_every_link_of_every_mail_changes_nothing() {
    Buyer buyer = new Buyer(shop, "scanned");
    buyer.receives(buyer.buys(true));
    for (String duration : new String[] {"P2D", "P8D", "P11D", "P7D"}) {
      follow(buyer.mails());
      buyer.waits(duration);
    }
    follow(buyer.mails());

    assertSubjects(buyer, THANKS, HOW_TO, REVIEW, CODE, REMINDER);
    HttpResponse<String> page = stranger().get(buyer.lastMail().unsubscribeLink());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<form method=\"post\">", "s…@example.com");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void one_click_needs_no_cookie_and_may_be_repeated() {
    Buyer buyer = new Buyer(shop, "click");
    String number = buyer.buys(true);
    buyer.receives(number);
    buyer.waits("P2D");
    String link = buyer.lastMail().unsubscribeLink();

    for (int time = 0; time < 2; time++) {
      HttpResponse<String> answer = unsubscribe(link);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
    assertThat(stranger().get(link).body())
        .contains("already", "value=\"resume\"")
        .doesNotContain("value=\"page\"");
    buyer.waits("P40D");

    assertSubjects(buyer, THANKS, HOW_TO);
    assertThat(decisions(number))
        .contains("The person does not want such messages any more, or the address is suppressed.");
  }

  @Test
  void the_page_unsubscribes_by_its_button() {
    Buyer buyer = new Buyer(shop, "button");
    buyer.receives(buyer.buys(true));
    String link = buyer.lastMail().unsubscribeLink();

    HttpResponse<String> answer = stranger().post(link, Map.of("from", "page"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("You are unsubscribed");
    String again = stranger().post(link, Map.of("from", "resume")).body();
    assertThat(again).contains("You are subscribed again");
    assertThat(stranger().post(link, Map.of("from", "page")).body())
        .contains("You are unsubscribed");
    buyer.waits("P40D");
    assertSubjects(buyer, THANKS);
  }

  @Test
  void a_changed_link_is_refused_with_the_problem_and_a_way_out() {
    Buyer buyer = new Buyer(shop, "changed");
    buyer.buys(true);
    String link = buyer.lastMail().unsubscribeLink();
    char last = link.charAt(link.length() - 1);
    String changed = link.substring(0, link.length() - 1) + (last == 'x' ? 'y' : 'x');

    for (HttpResponse<String> answer :
        List.of(stranger().get(changed), stranger().post(changed, Map.of()))) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("This link is incomplete", "mailto:hello@");
    }
    assertThat(unsubscribe(changed).statusCode()).isEqualTo(400);
    assertThat(stranger().get(link).body()).contains("<form method=\"post\">");
  }

  private static void assertSubjects(Buyer buyer, String... beginnings) {
    List<String> subjects = buyer.subjects();
    assertThat(subjects).as(subjects.toString()).hasSize(beginnings.length);
    for (int i = 0; i < beginnings.length; i++) {
      assertThat(subjects.get(i)).startsWith(beginnings[i]);
    }
  }

  private void follow(List<Mail> mails) {
    for (Mail mail : mails) {
      for (String link : mail.links()) {
        assertThat(stranger().get(link).statusCode()).as(link).isEqualTo(200);
        assertThat(stranger().head(link).statusCode()).as(link).isIn(200, 405);
      }
    }
  }

  private HttpResponse<String> unsubscribe(String link) {
    return stranger().post(link, ONE_CLICK);
  }

  /** Somebody without any cookie. */
  private ShopDriver stranger() {
    return new ShopDriver(shop);
  }

  /** What the admin shows to have been decided about the order, each with a reason in words. */
  private String decisions(String number) {
    HttpResponse<String> page =
        Merchant.signIn(shop, "admin").get("/admin/post-purchase-messages/order?number=" + number);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("??PostPurchase");
    return page.body();
  }
}
