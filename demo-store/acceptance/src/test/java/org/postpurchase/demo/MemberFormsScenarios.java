package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each form on the page of points answers: a redirect to that page, whoever sends it. */
abstract class MemberFormsScenarios extends SpendingScenarios {
  private static final String PAGE = "/account/points";

  /** A page that has a form, whoever looks at it. */
  private static final String ANY_FORM = "/coffee/harbour-espresso";

  private static final List<String> BELOW =
      List.of("/account/post-purchase/points/", "/post-purchase/points/");

  MemberFormsScenarios(URI shop, DataSource settings) {
    super(shop, settings);
  }

  @AfterEach
  void everybody_is_a_member_again() throws SQLException {
    sql("update PP_LOYALTY_PROGRAMME set JOINING = 'AUTOMATIC'");
  }

  @Test
  void joining_by_a_click_leads_back_to_the_page_and_makes_a_member() throws SQLException {
    sql("update PP_LOYALTY_PROGRAMME set JOINING = 'BY_CLICK'");
    for (String below : BELOW) {
      ShopDriver member = new ShopDriver(shop);
      member.register("joins" + below.length() + "@example.com", "secret12");
      assertThat(member.get(PAGE).body()).contains("Join Rewards").doesNotContain("version 1");

      assertLeadsBack(member.submit(PAGE, below + "join", Map.of()));

      assertThat(member.get(PAGE).body()).doesNotContain("Join Rewards");
      assertLeadsBack(member.submit(ANY_FORM, below + "join", Map.of("claim", "no'token")));
    }
  }

  @Test
  void claims_check_ins_and_shares_lead_back_whatever_they_bring() {
    ShopDriver member = new ShopDriver(shop);
    member.register("forms@example.com", "secret12");
    for (String below : BELOW) {
      for (String token : List.of("", "x", "é%00", "a".repeat(5_000))) {
        assertLeadsBack(member.submit(ANY_FORM, below + "claim", Map.of("token", token)));
      }
      for (String event : List.of("CHECK_IN", "SHARE", "BIRTHDAY", "", "?")) {
        assertLeadsBack(member.submit(ANY_FORM, below + "event", Map.of("event", event)));
      }
      assertLeadsBack(member.submit(ANY_FORM, below + "claim", Map.of()));
      assertLeadsBack(member.submit(ANY_FORM, below + "event", Map.of()));
    }
  }

  @Test
  void the_account_leads_to_what_may_be_sent() {
    ShopDriver member = new ShopDriver(shop);
    member.register("wishes@example.com", "secret12");
    Matcher link =
        Pattern.compile("href=\"(/post-purchase/preferences/[\\w.~-]+)")
            .matcher(member.get(PAGE).body());
    assertThat(link.find()).isTrue();
    HttpResponse<String> page = new ShopDriver(shop).get(link.group(1));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("@example.com");
  }

  @Test
  void a_guests_points_are_claimed_with_one_press() throws SQLException {
    ShopDriver guest = new ShopDriver(shop);
    guest.addToBasket("/coffee/harbour-espresso", 101, 1);
    String number = guest.checkout("claims@example.com");
    Matcher link =
        Pattern.compile("/account/points\\?claim=([\\w.-]+)")
            .matcher(guest.get("/confirmation/" + number).body());
    assertThat(link.find()).isTrue();
    guest.waits("PT1M");
    guest.register("claims@example.com", "secret12");

    guest.submit(ANY_FORM, BELOW.get(0) + "claim", Map.of("token", link.group(1)));

    assertThat(guest.get(PAGE).body()).contains("980 points on their way", "Order " + number);
  }

  @Test
  void a_post_that_a_rule_of_the_store_turned_into_a_get_shows_the_page_and_does_nothing() {
    ShopDriver member = new ShopDriver(shop);
    member.register("lost-post@example.com", "secret12");
    for (String below : BELOW) {
      for (String form : List.of("join", "claim?token=x", "event?event=CHECK_IN")) {
        HttpResponse<String> page = member.get(below + form);
        assertThat(page.statusCode()).as(below + form).isEqualTo(200);
        assertThat(page.body()).contains("pp-points");
      }
    }
  }

  @Test
  void who_is_not_signed_in_is_asked_to() {
    ShopDriver guest = new ShopDriver(shop);
    for (String form : List.of("join", "claim", "event")) {
      HttpResponse<String> answer = guest.submit("/login", BELOW.get(1) + form, Map.of());
      assertThat(answer.statusCode()).as(form).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).as(form).contains("/login");
    }
  }

  private static void assertLeadsBack(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as("%s: %s", answer.uri(), answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).contains(PAGE);
  }
}
