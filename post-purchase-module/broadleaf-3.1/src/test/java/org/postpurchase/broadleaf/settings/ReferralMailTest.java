package org.postpurchase.broadleaf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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

/** The shipped mails about referrals, as the advocate and the friend get them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralMailTest {
  private static final String STATUS = "https://shop.test/post-purchase/referrals/x";
  private static final Shop SHOP =
      new Shop(
          "Test Shop",
          "https://shop.test",
          "help@shop.test",
          Locale.UK,
          ZoneId.of("Europe/Berlin"));

  private static MomentValues values(boolean friend, long points, String rewardCode) {
    return MomentValues.none()
        .text("side", friend ? "FRIEND" : "ADVOCATE")
        .text("forFriend", friend ? "yes" : "")
        .text("hasReward", points > 0 || !rewardCode.isEmpty() ? "yes" : "")
        .text("hasPoints", points > 0 ? "yes" : "")
        .number("points", points)
        .text("pointsName", "Leaves <3")
        .text("rewardCode", rewardCode)
        .text("code", friend ? "" : "ABCD-2345")
        .text("url", friend ? "" : STATUS)
        .day("due", Instant.parse("2026-12-13T12:00:00Z"));
  }

  private static RenderedMessage mail(String key, String language, MomentValues values) {
    MessageTemplate template = ShippedMails.template(key, language);
    Locale locale = "de".equals(language) ? Locale.GERMANY : Locale.UK;
    return VelocityModule.renderer()
        .render(
            template,
            new SeriesModel(new OrderModel(() -> SHOP))
                .of(
                    new SeriesModel.Facts(new Member(0, "ada@example.test", "Ada", locale), values)
                        .unsubscribeUrl("")));
  }

  @ParameterizedTest
  @CsvSource({
    "friend-joined, en",
    "friend-joined, de",
    "referral-rewarded, en",
    "referral-rewarded, de",
    "referral-changed, en",
    "referral-changed, de"
  })
  void each_side_reads_its_own_and_nothing_is_left_to_fill_in(String key, String language) {
    RenderedMessage advocate = mail(key, language, values(false, 1500, ""));
    RenderedMessage friend = mail(key, language, values(true, 1500, ""));
    RenderedMessage nothing = mail(key, language, values(false, 0, ""));
    for (RenderedMessage mail : List.of(advocate, friend, nothing)) {
      assertThat(List.of(mail.subject, mail.html, mail.text))
          .allSatisfy(
              part -> assertThat(part).doesNotContain("[[", "]]", "$", "#if", "#else", "#end"));
      assertThat(mail.html).contains("<html lang=\"" + language).doesNotContain("<3");
      assertThat(mail.text).doesNotContain("<p>", "\n\n\n\n");
    }
    String points = "de".equals(language) ? "1.500" : "1,500";
    for (RenderedMessage mail : List.of(advocate, friend)) {
      assertThat(mail.html).contains(points, "Leaves &lt;3");
      assertThat(mail.text).contains(points + " Leaves <3");
    }
    assertThat(advocate.html).contains(STATUS);
    assertThat(friend.html).doesNotContain("href=\"\"", "/referrals/");
    assertThat(friend.subject).isNotEqualTo(advocate.subject);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void a_code_as_reward_stands_in_the_mail(String language) {
    RenderedMessage mail = mail("referral-rewarded", language, values(false, 0, "THX-1234-ABCD"));
    assertThat(mail.html).contains("THX-1234-ABCD");
    assertThat(mail.text).contains("THX-1234-ABCD", "ABCD-2345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"friend-joined", "referral-rewarded", "referral-reduced", "referral-reversed"})
  void the_series_are_off_and_both_languages_say_the_same_things(String preset) {
    ShippedSeries shipped =
        ShippedSeries.all("EMAIL").stream()
            .filter(s -> s.row.getPresetKey().equals(preset))
            .findFirst()
            .orElseThrow();
    assertThat(shipped.row.getStatus()).isEqualTo("DRAFT");
    assertThat(shipped.steps).hasSize(1).allMatch(s -> s.getPurpose().equals("TRANSACTIONAL"));
    String key = shipped.steps.get(0).getTemplateKey();
    assertThat(ShippedText.properties(key + "_de.properties").stringPropertyNames())
        .isEqualTo(ShippedText.properties(key + "_en.properties").stringPropertyNames());
  }
}
