package org.postpurchase.broadleaf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.OrderModel;
import org.postpurchase.series.Member;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.Shop;

/** The shipped notice that points will expire, as a member gets it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeMailTest {
  private static final String KEY = "points-expiring";

  /** The last moment of January in Berlin. */
  private static final Instant LAST = Instant.parse("2026-01-31T22:59:59.999Z");

  private static final Shop SHOP =
      new Shop(
          "Test Shop",
          "https://shop.test",
          "help@shop.test",
          Locale.UK,
          ZoneId.of("Europe/Berlin"));

  private static MomentValues values(String worth, String more) {
    return values(worth, "", more);
  }

  private static MomentValues values(String worth, String missing, String more) {
    return MomentValues.none()
        .number("least", 2500)
        .text("missing", missing)
        .text("url", "https://shop.test/account/points")
        .number("points", 1240)
        .text("pointsName", "tea leaves & co")
        .text("programme", "Tea <Club>")
        .text("worth", worth)
        .day("lastDay", LAST)
        .number("days", 7)
        .rows("lots", List.of(lot(1000, "SPEND"), lot(200, "ADJUST"), lot(40, "KARAOKE")))
        .text("more", more);
  }

  private static MomentValues lot(long points, String cause) {
    return MomentValues.none()
        .number("points", points)
        .text("cause", cause)
        .text("earned", "10 Jan 2025")
        .day("lastDay", LAST);
  }

  private static RenderedMessage mail(
      String language, String firstName, MomentValues values, String unsubscribe) {
    MessageTemplate template = ShippedMails.template(KEY, language);
    Member member =
        new Member(
            5, "ada@example.test", firstName, "de".equals(language) ? Locale.GERMANY : Locale.UK);
    return VelocityModule.renderer()
        .render(
            template,
            new SeriesModel(new OrderModel(() -> SHOP))
                .of(new SeriesModel.Facts(member, values).unsubscribeUrl(unsubscribe)));
  }

  @Test
  void it_says_how_many_what_they_are_worth_until_when_and_where_they_came_from() {
    RenderedMessage mail = mail("en", "Ada", values("€12.40", "3"), "");

    assertThat(mail.subject)
        .contains("1,240 tea leaves & co", "Saturday", "31")
        .doesNotContain("1 Feb");
    for (String part : List.of(mail.html, mail.text)) {
      assertThat(part)
          .contains("1,240", "€12.40", "https://shop.test/account/points", "Ada, some of your")
          .contains("Purchase", "1,000", "From our customer service", "A thank-you", "10 Jan 2025")
          .contains("Further entries, in your account: 3", "ada@example.test");
    }
    assertThat(mail.html).contains("Tea &lt;Club&gt;").doesNotContain("<Club>");
    assertThat(mail.text).contains("Tea <Club>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void nothing_is_left_to_fill_in(String language) {
    for (RenderedMessage mail :
        List.of(
            mail(language, "Ada", values("12,40 €", "3"), "https://shop.test/u/1"),
            mail(language, "", values("", ""), ""))) {
      assertThat(mail.subject).isNotBlank().hasLineCount(1);
      assertThat(List.of(mail.subject, mail.html, mail.text))
          .allSatisfy(
              part ->
                  assertThat(part)
                      .doesNotContain("[[", "]]", "$", "#if", "#else", "#end", "#foreach"));
      assertThat(mail.text).doesNotContain("<p>", "\n\n\n\n");
      assertThat(mail.html).contains("<html lang=\"" + language);
    }
  }

  @Test
  void the_way_to_stop_advertising_is_shown_to_those_who_agreed_to_it() {
    assertThat(mail("en", "Ada", values("", ""), "https://shop.test/u/1").html)
        .contains("https://shop.test/u/1", ">Unsubscribe</a>");
    assertThat(mail("en", "Ada", values("", ""), "").html).doesNotContain("Unsubscribe", "worth");
  }

  @Test
  void who_has_too_few_to_pay_with_reads_how_many_are_missing_and_of_no_worth() {
    RenderedMessage mail = mail("en", "Ada", values("", "1,260", ""), "");
    for (String part : List.of(mail.html, mail.text)) {
      assertThat(part)
          .contains("Needed to pay with them: 2,500", "still missing:", "1,260")
          .doesNotContain("worth", "You can use them");
    }
    assertThat(mail("de", "Ada", values("", "1.260", ""), "").text)
        .contains("Zum Zahlen nötig: 2.500; es fehlen noch: 1.260");
    assertThat(mail("en", "Ada", values("€12.40", "3"), "").text).doesNotContain("missing");
  }

  @Test
  void both_languages_say_the_same_things() {
    Properties german = ShippedText.properties(KEY + "_de.properties");
    Properties english = ShippedText.properties(KEY + "_en.properties");
    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String text : List.of("subject", "preheader", "heading")) {
      assertThat(german.getProperty(text)).hasSizeLessThanOrEqualTo(255);
      assertThat(english.getProperty(text)).hasSizeLessThanOrEqualTo(255);
    }
  }

  @Test
  void the_shipped_series_is_off_and_sends_two_notices_without_advertising() {
    ShippedSeries shipped =
        ShippedSeries.all("EMAIL").stream()
            .filter(s -> s.row.getPresetKey().equals(KEY))
            .findFirst()
            .get();
    assertThat(shipped.row.getStatus()).isEqualTo("DRAFT");
    assertThat(shipped.row.getTriggerKey()).isEqualTo("POINTS_EXPIRING");
    assertThat(shipped.steps)
        .extracting(s -> s.getAnchor() + " " + s.getDelayDays() + " " + s.getPurpose())
        .containsExactly("DAY_AHEAD 30 TRANSACTIONAL", "DAY_AHEAD 7 TRANSACTIONAL");
  }
}
