package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** From the parcel to the product's page, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReviewScenarios extends ReviewSteps {
  private static final String DRIPPER = "/brewing/stoneware-dripper";
  private static final String POT = "/last-chance/enamel-pot";
  private static final String CONTEST = "/post-purchase/campaign/spring-cups";

  ReviewScenarios(URI shop) {
    super(shop);
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
        .contains("Pours &lt;b&gt;well&lt;/b&gt;", "Verified buyer")
        .containsPattern("\"reviewCount\":[1-9]")
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

  @Test
  void the_account_lists_what_has_arrived_until_it_is_reviewed() {
    ShopDriver member = new ShopDriver(shop);
    member.register("ronja@example.com", "secret12");
    assertThat(member.get("/account/points").body()).doesNotContain("pp-to-write-heading");
    member.addToBasket(DRIPPER, 201, 1);
    String number = member.checkout("ronja@example.com");
    assertThat(member.get("/account/points").body()).doesNotContain("pp-to-write-heading");
    new Buyer(shop, "ronja").receives(number);

    String page = member.get("/account/points").body();
    assertThat(page).contains("pp-to-write-heading", "Stoneware Dripper");
    Matcher form = Pattern.compile("href=\"(" + FORM + "[\\w.~-]+)").matcher(page);
    assertThat(form.find()).isTrue();
    send(form.group(1), lines(form.group(1)).get(0), "5", "Keeps its heat");
    assertThat(member.get("/account/points").body()).doesNotContain("pp-to-write-heading");
    assertThat(new ShopDriver(shop).get("/account/points").body()).doesNotContain("Dripper");
  }

  @Test
  void words_are_in_the_gallery_while_their_author_allows_it_and_in_the_feed_while_published() {
    String form = link(asked("sara"));
    String line = lines(form).get(0);
    send(form, line, "5", "Keeps its heat & looks <good>");
    Merchant merchant = Merchant.signIn(shop, "admin");
    act(merchant, queue("sara").get(0), "publish", Map.of());
    String feed = stranger.get("/post-purchase/reviews/google.xml").body();
    assertThat(feed)
        .contains("Keeps its heat &amp; looks &lt;good&gt;", "<is_verified_purchase>true")
        .endsWith("</feed>\n");

    String review = first("name=\"review\" value=\"(\\d+)\"", stranger.get(form).body());
    assertThat(stranger.get(form).body()).contains("may show my review");
    rights(form, review, Map.of("useGALLERY", "1"));
    assertThat(stranger.get(DRIPPER).body())
        .as("staff chooses")
        .doesNotContain("pp-gallery-heading");
    choose(merchant, "sara");
    assertThat(stranger.get(DRIPPER).body())
        .contains("pp-gallery-heading", "Chosen by us")
        .contains("looks &lt;good&gt;");
    rights(form, review, Map.of());
    assertThat(stranger.get(DRIPPER).body()).as("taken back").doesNotContain("pp-gallery-heading");

    Map<String, String> off = Map.of("do", "withdraw", "line", line, "review", review);
    assertThat(stranger.post(form, off).statusCode()).isEqualTo(303);
    assertThat(stranger.get("/post-purchase/reviews/google.xml").body())
        .doesNotContain("Keeps its heat");
  }

  private void rights(String form, String review, Map<String, String> ticks) {
    Map<String, String> fields = new HashMap<>(ticks);
    fields.put("do", "rights");
    fields.put("review", review);
    assertThat(stranger.post(form, fields).statusCode()).isEqualTo(303);
  }

  private static void choose(Merchant merchant, String name) {
    String list = merchant.get("/admin/post-purchase-reviews/stories").body();
    assertThat(list).contains(name + "@");
    Matcher m =
        Pattern.compile("stories/(\\d+)/show\"[\\s\\S]*?name=\"edition\" value=\"(\\d+)\"")
            .matcher(list);
    assertThat(m.find()).as(list).isTrue();
    assertThat(
            merchant
                .post(
                    "/admin/post-purchase-reviews/stories/" + m.group(1) + "/show",
                    Map.of("edition", m.group(2)))
                .statusCode())
        .isEqualTo(302);
  }

  private static String first(String pattern, String text) {
    Matcher m = Pattern.compile(pattern).matcher(text);
    assertThat(m.find()).as(pattern).isTrue();
    return m.group(1);
  }

  @Test
  void a_contest_takes_one_entry_of_a_mailbox_and_its_draw_can_be_done_again() throws Exception {
    Merchant merchant = Merchant.signIn(shop, "admin");
    String campaigns = "/admin/post-purchase-reviews/campaigns/";
    LocalDate today =
        LocalDate.parse(first("(\\d{4}-\\d{2}-\\d{2})", stranger.get("/clock").body()));
    Map<String, String> draft = new HashMap<>();
    draft.put("edition", "1");
    draft.put("code", "spring-cups");
    draft.put("title", "Spring cups");
    draft.put("rules", "One entry each.");
    draft.put("prizes", "2");
    draft.put("from", today.minusDays(1).toString());
    draft.put("until", today.plusDays(5).toString());
    assertThat(merchant.post(campaigns + "0/save", draft).statusCode()).isEqualTo(302);
    String id =
        first("campaigns/(\\d+)\"", merchant.get("/admin/post-purchase-reviews/campaigns").body());
    assertThat(stranger.get(CONTEST).statusCode()).as("a draft").isEqualTo(404);
    act(merchant, campaigns + id, "open", Map.of());
    String page = stranger.get(CONTEST).body();
    String commitment = first("<code>([0-9a-f]{64})</code>", page);
    for (int i = 0; i < 5; i++) {
      for (int twice = 0; twice < 2; twice++) {
        Map<String, String> entry =
            Map.of("do", "enter", "email", "e" + i + "@example.com", "terms", "1");
        assertThat(stranger.post(CONTEST, entry).statusCode()).isEqualTo(303);
      }
    }
    assertThat(stranger.post(CONTEST, Map.of("do", "enter", "email", "x")).statusCode())
        .isEqualTo(422);
    new Buyer(shop, "e1").buys(false);
    stranger.waits("P6D");
    act(merchant, campaigns + id, "draw", Map.of());
    String drawn = stranger.get(CONTEST).body();
    assertThat(drawn).contains("2 of 5 entries").doesNotContain("@example.com");
    Matcher codes = Pattern.compile("<code>([0-9a-f]{64})</code>").matcher(drawn);
    assertThat(codes.find() && codes.group(1).equals(commitment) && codes.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(codes.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(commitment);
    assertThat(merchant.get(campaigns + id).body()).contains("Form without a purchase: 5");
    merchant.post(campaigns + id + "/cost", Map.of("cost", "a lot"));
    assertThat(merchant.post(campaigns + id + "/cost", Map.of("cost", "250,00")).statusCode())
        .isEqualTo(302);
    assertThat(merchant.get(campaigns + id).body())
        .contains("<b>1</b><span>ordered afterwards", "<b>1</b><span>order</span>")
        .contains("50.00</b><span>for each entry", "250.00</b><span>for each order");
  }
}
