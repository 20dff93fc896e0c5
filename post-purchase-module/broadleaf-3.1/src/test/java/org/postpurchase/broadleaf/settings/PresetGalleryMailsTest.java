package org.postpurchase.broadleaf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.content.MailContent;
import org.postpurchase.loyalty.PointsExpiringTrigger;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.recommend.MailRecommendations;
import org.postpurchase.series.ExampleReward;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.Shop;

/** Every mail of every ready series, with the worst order that there is and with a usual one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PresetGalleryMailsTest {
  private static final Shop SHOP =
      new Shop(
          "Test Shop", "https://shop.test", "help@shop.test", Locale.GERMANY, ZoneId.of("UTC"));
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final String UNSUBSCRIBE = "https://shop.test/unsubscribe/7f3a";
  private static final Pattern IMAGE = Pattern.compile("<img\\b[^>]*>");
  private static final Pattern PLAIN = Pattern.compile("(?:src|href)=\"http://[^\"]*");
  private static final Pattern RAW =
      Pattern.compile("\\[\\[|\\]\\]|\\$\\{?[a-z]|#(if|else|end|foreach|set)\\b");

  private final Renderer renderer = VelocityModule.renderer();
  private final SeriesModel models =
      new SeriesModel(new OrderModel(() -> SHOP))
          .with(
              List.of(
                  new MailContent(null, () -> SHOP, Clock.fixed(NOW, ZoneOffset.UTC)),
                  new MailRecommendations(null, () -> SHOP)));

  private static List<ShippedSeries> series() {
    List<ShippedSeries> all = new ArrayList<>(ShippedSeries.all("EMAIL"));
    all.addAll(MoreSeries.all("EMAIL"));
    return all;
  }

  /** Mails about orders and about whoever has none, each once, in both languages. */
  static Stream<Arguments> mails() {
    Set<List<Object>> mails = new LinkedHashSet<>();
    for (ShippedSeries each : series()) {
      for (SeriesStep step : each.steps) {
        for (String language : ShippedTemplates.LOCALES) {
          mails.add(
              List.of(step.getTemplateKey(), "MARKETING".equals(step.getPurpose()), language));
        }
      }
    }
    return mails.stream().map(m -> Arguments.of(m.toArray()));
  }

  private RenderedMessage mail(String key, String language, OrderSnapshot order) {
    Map<String, Object> model =
        models.of(
            new SeriesModel.Facts(order, new OrderProgress(List.of()))
                .in(Language.of(language, order.locale, SHOP.locale))
                .promise(Optional.of(DispatchPromise.of(1, 2, 4)))
                .reward(Optional.of(ExampleReward.at(NOW)))
                .moment(moment(order.locale))
                .unsubscribeUrl(UNSUBSCRIBE)
                .preferencesUrl("https://shop.test/preferences/7f3a"));
    renderer.judge(ShippedTemplates.template(key, language), model);
    return renderer.render(ShippedTemplates.template(key, language), model);
  }

  /** What all kinds of moments tell together, as the admin tries texts. */
  static MomentValues moment(Locale locale) {
    MomentValues all = MomentValues.none();
    for (String name :
        List.of(
            "forFriend",
            "hasReward",
            "hasPoints",
            "rewardCode",
            "code",
            "side",
            "due",
            "product",
            "products",
            "more",
            "ordered",
            "lastOrder",
            "days",
            "years",
            "since",
            "url",
            "tier",
            "benefits",
            "until",
            "missing",
            "friend",
            "reward",
            "reason",
            "subject",
            "programme",
            "state",
            "pointsName",
            "date")) {
      all = all.and(MomentValues.none().text(name, "https://shop.test/example"));
    }
    return all.and(new PointsExpiringTrigger(null, ZoneId.of("UTC"), "/points").example(locale));
  }

  @ParameterizedTest
  @MethodSource("mails")
  void nothing_is_left_to_fill_in_and_all_of_it_is_safe(
      String key, boolean advertises, String language) {
    Locale locale = Locale.forLanguageTag(language);
    OrderSnapshot usual = OrderModel.example(locale);
    for (OrderSnapshot order : List.of(OrderModel.worstExample(locale), usual)) {
      RenderedMessage mail = mail(key, language, order);
      keep(mail, key + "_" + language + (order == usual ? "" : "_worst"));

      for (String part : List.of(mail.subject, mail.html, mail.text)) {
        Matcher raw = RAW.matcher(part);
        assertThat(raw.find()).as("%s %s shows a raw name: %s", key, language, part).isFalse();
      }
      assertThat(mail.subject).isNotBlank().hasLineCount(1);
      Matcher image = IMAGE.matcher(mail.html);
      while (image.find()) {
        assertThat(image.group()).contains("alt=\"").contains("src=\"https://");
      }
      assertThat(mail.html)
          .as("dark and narrow screens")
          .contains("name=\"color-scheme\" content=\"light dark\"", "prefers-color-scheme: dark")
          .contains("name=\"viewport\"");
      assertThat(PLAIN.matcher(mail.html).find()).as("only https").isFalse();
      assertThat(mail.html).doesNotContain("href=\"\"", "src=\"\"").contains("lang=\"" + language);
      assertThat(mail.text).isNotBlank().doesNotContain("<p>", "<div", "&nbsp;", "\n\n\n\n\n");
      if (advertises) {
        assertThat(mail.html).contains("href=\"" + UNSUBSCRIBE + "\"");
        assertThat(mail.text).contains(UNSUBSCRIBE);
      } else {
        assertThat(mail.html + mail.text)
            .as("nothing is recommended in a mail about the reader's own business")
            .doesNotContain("You may also like", "Das k\u00f6nnte Ihnen auch gefallen");
      }
    }
  }

  /** For looking at them: {@code -Dpp.mails.out=FOLDER}. */
  private static void keep(RenderedMessage mail, String name) {
    String folder = System.getProperty("pp.mails.out");
    if (folder != null) {
      try {
        Files.writeString(Path.of(folder, name + ".html"), mail.html);
        Files.writeString(Path.of(folder, name + ".txt"), mail.subject + "\n\n" + mail.text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("mails")
  void words_are_those_of_the_language(String key, boolean advertises, String language) {
    String text = mail(key, language, OrderModel.example(Locale.forLanguageTag(language))).text;

    assertThat(text.contains(" und ") || text.contains(" Sie ") || text.contains(" Ihr"))
        .as(text)
        .isEqualTo(language.equals("de"));
  }

  /** What a merchant has not edited yet may already have left. */
  @ParameterizedTest
  @MethodSource("mails")
  void no_mail_asks_its_reader_to_finish_it(String key, boolean advertises, String language) {
    assertThat(mail(key, language, OrderModel.example(Locale.forLanguageTag(language))).text)
        .doesNotContain("Name here", "Tell here", "Write here", "Lorem")
        .doesNotContain("Nennen Sie hier", "Erz\u00e4hlen Sie hier", "Schreiben Sie hier");
  }

  @Test
  void both_languages_of_a_mail_have_the_same_texts() {
    for (ShippedSeries each : series()) {
      for (SeriesStep step : each.steps) {
        String key = step.getTemplateKey();
        assertThat(ShippedText.properties(key + "_de.properties").stringPropertyNames())
            .as(key)
            .isEqualTo(ShippedText.properties(key + "_en.properties").stringPropertyNames());
      }
    }
  }

  @Test
  void presets_have_keys_of_their_own_and_steps_in_order() {
    Set<String> keys = new LinkedHashSet<>();
    for (ShippedSeries each : series()) {
      assertThat(keys.add(each.row.getPresetKey())).as(each.row.getPresetKey()).isTrue();
      assertThat(each.steps).isNotEmpty();
      assertThat(each.steps).extracting(SeriesStep::getStepKey).doesNotHaveDuplicates();
      assertThat(each.steps).allSatisfy(s -> assertThat(s.getChannel()).isEqualTo("EMAIL"));
    }
    assertThat(keys).hasSizeGreaterThanOrEqualTo(23);
  }

  @Test
  void guides_and_recommendations_stand_in_the_mails_that_place_them() {
    OrderSnapshot order = OrderModel.example(Locale.ENGLISH);

    assertThat(mail("how-to", "en", order).html)
        .contains("The first three cups", "May it go into the dishwasher?", "You may also like")
        .contains("Because you bought Stoneware dripper");
    assertThat(mail("how-to", "de", OrderModel.example(Locale.GERMAN)).text)
        .contains("Die ersten drei Tassen", "Weil Sie Handfilter aus Steinzeug gekauft haben");
    assertThat(mail("case-closed", "en", order).html).as("no offer").contains("put it right");
  }
}
