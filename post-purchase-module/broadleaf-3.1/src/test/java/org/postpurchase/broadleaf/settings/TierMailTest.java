package org.postpurchase.broadleaf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.OrderModel;
import org.postpurchase.series.Member;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.Shop;

/** The shipped mails about tiers, as a member gets them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TierMailTest {
  private static final Shop SHOP =
      new Shop(
          "Test Shop",
          "https://shop.test",
          "help@shop.test",
          Locale.UK,
          ZoneId.of("Europe/Berlin"));

  private static RenderedMessage mail(
      String key, String language, String firstName, String benefits) {
    MessageTemplate template = ShippedMails.template(key, language);
    MomentValues values =
        MomentValues.none()
            .text("url", "https://shop.test/account/points")
            .text("programme", "Tea <Club>")
            .text("tier", "Gold & more")
            .text("benefits", benefits)
            .text("missing", "120 leaves")
            .day("until", Instant.parse("2026-01-31T12:00:00Z"));
    Locale locale = "de".equals(language) ? Locale.GERMANY : Locale.UK;
    return VelocityModule.renderer()
        .render(
            template,
            new SeriesModel(new OrderModel(() -> SHOP))
                .of(
                    new SeriesModel.Facts(
                            new Member(5, "ada@example.test", firstName, locale), values)
                        .unsubscribeUrl("")));
  }

  @ParameterizedTest
  @CsvSource({"tier-reached, en", "tier-reached, de", "tier-at-risk, en", "tier-at-risk, de"})
  void nothing_is_left_to_fill_in(String key, String language) {
    for (RenderedMessage mail :
        List.of(mail(key, language, "Ada", "A sample"), mail(key, language, "", ""))) {
      assertThat(mail.subject).contains("Gold & more").hasLineCount(1);
      assertThat(List.of(mail.subject, mail.html, mail.text))
          .allSatisfy(
              part -> assertThat(part).doesNotContain("[[", "]]", "$", "#if", "#else", "#end"));
      assertThat(mail.html)
          .contains("<html lang=\"" + language, "Tea &lt;Club&gt;", "/account/points")
          .doesNotContain("<Club>", "unsubscribe");
      assertThat(mail.text)
          .contains("Tea <Club>", "ada@example.test")
          .doesNotContain("<p>", "\n\n\n\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void the_news_says_what_the_tier_is_good_for(String language) {
    RenderedMessage mail = mail("tier-reached", language, "Ada", "A sample <each> time");

    assertThat(mail.html).contains("A sample &lt;each&gt; time", "Ada");
    assertThat(mail.text).contains("A sample <each> time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void the_warning_says_until_when_and_what_is_missing(String language) {
    RenderedMessage mail = mail("tier-at-risk", language, "Ada", "");

    for (String part : List.of(mail.html, mail.text)) {
      assertThat(part).contains("120 leaves", "31");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tier-reached", "tier-at-risk"})
  void both_languages_say_the_same_things_and_the_series_is_off(String key) {
    Properties german = ShippedText.properties(key + "_de.properties");
    Properties english = ShippedText.properties(key + "_en.properties");
    ShippedSeries shipped =
        ShippedSeries.all("EMAIL").stream()
            .filter(s -> s.row.getPresetKey().equals(key))
            .findFirst()
            .get();

    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(shipped.row.getStatus()).isEqualTo("DRAFT");
    assertThat(shipped.steps)
        .allMatch(s -> s.getPurpose().equals("TRANSACTIONAL"))
        .allMatch(s -> s.getTemplateKey().equals(key));
  }
}
