package org.postpurchase.broadleaf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.series.ExampleReward;
import org.postpurchase.series.Member;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Shop;

/**
 * Whatever a buyer typed and a catalogue holds: every shipped mail leaves, whole and harmless. Set
 * {@code postpurchase.cases} for more than the build tries.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileOrderMailTest {
  private static final int CASES = Integer.getInteger("postpurchase.cases", 40);
  private static final long SEED = Long.getLong("postpurchase.seed", 20261129L);
  private static final List<String> OF_ORDERS =
      List.of("thank-you", "how-to", "review-request", "reward-code", "reward-reminder");
  private static final List<String> OF_MEMBERS =
      List.of(
          "points-expiring",
          "tier-reached",
          "tier-at-risk",
          "friend-joined",
          "referral-rewarded",
          "referral-changed");
  private static final int BYTES_MAX = 102 * 1024;
  private static final String UNSUBSCRIBE = "https://shop.test/unsubscribe/7f3a";

  /** Stands in every name that somebody typed to advertise. */
  static final String STRANGER = "strangersname";

  private static final Pattern UNFIT =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\u202A-\u202E\u2066\u2067\uFFFE\uFFFF]"
              + "|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");
  private static final Pattern RUNS =
      Pattern.compile(
          "(?:href|src)=\"\\s*(?:javascript|vbscript|data|file|ftp):", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN_PICTURE =
      Pattern.compile("<img[^>]*src=\"http://(?!localhost)");

  private static final Shop SHOP =
      new Shop(
          "Test Shop",
          "https://shop.test",
          "help@shop.test",
          Locale.UK,
          ZoneId.of("Europe/Berlin"));

  private final Renderer renderer = VelocityModule.renderer();
  private final SeriesModel models = new SeriesModel(new OrderModel(() -> SHOP));

  static Stream<Arguments> mails_of_orders() {
    return OF_ORDERS.stream()
        .flatMap(key -> Stream.of(Arguments.of(key, "en"), Arguments.of(key, "de")));
  }

  static Stream<Arguments> mails_of_members() {
    return OF_MEMBERS.stream()
        .flatMap(key -> Stream.of(Arguments.of(key, "en"), Arguments.of(key, "de")));
  }

  @ParameterizedTest
  @MethodSource("mails_of_orders")
  void a_mail_leaves_for_any_order(String key, String language) {
    for (int i = 0; i < CASES; i++) {
      long seed = SEED + i;
      OrderSnapshot order = Hostile.order(new Random(seed));
      RenderedMessage mail = mail(key, language, order);

      fit(mail, key + " " + language + " seed=" + seed);
    }
  }

  @ParameterizedTest
  @MethodSource("mails_of_members")
  void a_mail_leaves_for_any_member(String key, String language) {
    for (int i = 0; i < CASES; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      Member member = new Member(5, "ada@shop.test", Hostile.name(random), Locale.UK);
      MomentValues values = Hostile.moment(random);
      RenderedMessage mail =
          renderer.judge(
              ShippedMails.template(key, language),
              models.of(
                  new SeriesModel.Facts(member, values)
                      .in(Language.of(language, Locale.UK, Locale.UK))
                      .unsubscribeUrl(UNSUBSCRIBE)));

      fit(mail, key + " " + language + " seed=" + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 49, 50, 51, 95, 96, 97, 500, 5000})
  void a_long_order_shows_its_first_lines_and_how_many_follow(int lines) {
    RenderedMessage mail = mail("thank-you", "en", lines(lines, "Tea", "https://cdn.test/a.png"));
    RenderedMessage german = mail("thank-you", "de", lines(lines, "Tee", ""));

    if (lines > 50) {
      assertThat(mail.html).contains("and " + (lines - 50) + " more");
      assertThat(mail.text).contains("and " + (lines - 50) + " more");
      assertThat(german.text).contains("und " + (lines - 50) + " weitere");
    } else {
      assertThat(mail.html + mail.text).doesNotContain("more");
    }
    assertThat(mail.text.split("1 x Tea", -1)).hasSize(Math.min(lines, 50) + 1);
    assertThat(mail.html).contains("€").hasSizeLessThan(BYTES_MAX);
  }

  @Test
  void lines_with_long_names_are_fewer_but_counted() {
    RenderedMessage mail =
        mail(
            "thank-you",
            "en",
            lines(96, "<&\"".repeat(400), "https://cdn.test/" + "a".repeat(900)));

    Matcher more = Pattern.compile("and (\\d+) more").matcher(mail.text);
    assertThat(more.find()).isTrue();
    int shown = mail.text.split("1 x <&", -1).length - 1;
    assertThat(shown).isPositive();
    assertThat(shown + Integer.parseInt(more.group(1))).isEqualTo(96);
    assertThat(mail.html.getBytes(StandardCharsets.UTF_8).length).isLessThan(BYTES_MAX);
  }

  @Test
  void a_picture_that_mail_programs_do_not_load_is_left_out_and_the_rest_stays() {
    OrderSnapshot order = lines(1, "Tea", "http://cdn.test/a.png");

    assertThat(mail("thank-you", "en", order).html)
        .contains("Tea")
        .doesNotContain("<img", "cdn.test");
    assertThat(mail("thank-you", "en", lines(1, "Tea", "//cdn.test/a.png")).html)
        .contains("src=\"https://cdn.test/a.png\"");
    assertThat(mail("thank-you", "en", lines(1, "Tea", "/my cup.png")).html)
        .contains("src=\"https://shop.test/my%20cup.png\"");
  }

  @Test
  void what_was_paid_with_points_is_a_line_of_its_own() {
    OrderTotals totals =
        new OrderTotals(euro(6390), euro(0), euro(0), euro(0), euro(6390), euro(2000));
    OrderSnapshot paid = Hostile.order("Ada", List.of(line(1, "Tea", "")), totals);
    RenderedMessage mail = mail("thank-you", "en", paid);

    assertThat(mail.text)
        .contains("Total: €63.90", "Paid with points: -€20.00", "Left to pay: €43.90");
    assertThat(mail.html).contains("€63.90", "&minus;€20.00", "€43.90");
    assertThat(mail("thank-you", "de", paid).text)
        .contains("Mit Punkten bezahlt: -20,00", "Noch zu zahlen: 43,90");
    assertThat(mail("thank-you", "en", lines(1, "Tea", "")).text)
        .doesNotContain("points", "Left to pay");
  }

  private static void fit(RenderedMessage mail, String which) {
    assertThat(mail.html.getBytes(StandardCharsets.UTF_8).length).as(which).isLessThan(BYTES_MAX);
    assertThat(mail.text.getBytes(StandardCharsets.UTF_8).length).as(which).isLessThan(BYTES_MAX);
    assertThat(mail.subject).as(which).isNotBlank().hasLineCount(1).hasSizeLessThanOrEqualTo(520);
    for (String part : List.of(mail.subject, mail.html, mail.text)) {
      Matcher unfit = UNFIT.matcher(part);
      assertThat(unfit.find()).as(which + " has unfit characters").isFalse();
      assertThat(part).as(which).doesNotContainIgnoringCase(STRANGER);
    }
    assertThat(RUNS.matcher(mail.html).find()).as(which + " runs something").isFalse();
    assertThat(PLAIN_PICTURE.matcher(mail.html).find()).as(which + " loads plainly").isFalse();
    assertThat(mail.html).as(which).endsWith("</html>\n");
  }

  private RenderedMessage mail(String key, String language, OrderSnapshot order) {
    Map<String, Object> model =
        models.of(
            new SeriesModel.Facts(order, new OrderProgress(List.of()))
                .in(Language.of(language, order.locale, SHOP.locale))
                .promise(Optional.of(DispatchPromise.of(1, 2, 4)))
                .reward(Optional.of(ExampleReward.at(Instant.EPOCH)))
                .unsubscribeUrl(UNSUBSCRIBE));
    renderer.judge(ShippedMails.template(key, language), model);
    return renderer.render(ShippedMails.template(key, language), model);
  }

  private static OrderSnapshot lines(int count, String name, String picture) {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      lines.add(line(i, name, picture));
    }
    OrderTotals totals = new OrderTotals(euro(100), euro(0), euro(0), euro(0), euro(100));
    return Hostile.order("Ada", lines, totals);
  }

  private static OrderLine line(long id, String name, String picture) {
    return new OrderLine(id, name, 1, euro(1290), picture, "/tea");
  }

  static Money euro(long cents) {
    return Money.ofMinor(cents, Currency.getInstance("EUR"));
  }
}
