package org.postpurchase.broadleaf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.velocity.VelocityModule;

/** The shipped mails as a shop gets them: labels replaced, rendered in the real sandbox. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PresetMailsTest {
  private static final List<String> REWARDS = List.of("reward-code", "reward-reminder");
  private static final List<String> MARKETING =
      List.of("how-to", "review-request", "reward-code", "reward-reminder");
  private static final List<String> LANGUAGES = List.of("en", "de");
  private static final String UNSUBSCRIBE = "https://shop.test/unsubscribe/7f3a";
  private static final String ORDER = "2026010112000011";
  private static final String CODE = "THANKS-7K3F-9QXB";
  private static final String BENEFIT = "10 % off <everything>";
  private static final int COLUMN_MAX = 255;

  private final Renderer renderer = VelocityModule.renderer();

  static Stream<Arguments> all_mails() {
    return Stream.concat(Stream.of("thank-you"), MARKETING.stream())
        .flatMap(PresetMailsTest::inEachLanguage);
  }

  static Stream<Arguments> marketing_mails() {
    return MARKETING.stream().flatMap(PresetMailsTest::inEachLanguage);
  }

  static Stream<Arguments> reward_mails() {
    return REWARDS.stream().flatMap(PresetMailsTest::inEachLanguage);
  }

  @ParameterizedTest
  @MethodSource("all_mails")
  void nothing_is_left_to_fill_in(String key, String language) {
    for (Map<String, Object> model : models(key, language)) {
      RenderedMessage mail = render(key, language, model);

      assertThat(mail.subject).isNotBlank().hasLineCount(1);
      assertThat(List.of(mail.subject, mail.html, mail.text))
          .allSatisfy(
              part ->
                  assertThat(part)
                      .doesNotContain("[[", "]]", "$", "#if", "#else", "#end", "#foreach", "#set"));
      assertThat(mail.text).doesNotContain("<p>", "&nbsp;", "\n\n\n\n");
      assertThat(mail.html).doesNotContain("src=\"\"", "href=\"\"");
    }
  }

  @ParameterizedTest
  @MethodSource("all_mails")
  void the_language_is_told(String key, String language) {
    assertThat(render(key, language, full(key, language)).html)
        .contains("<html lang=\"" + language + "\"");
  }

  @ParameterizedTest
  @MethodSource("all_mails")
  void the_preview_line_adds_to_the_subject(String key, String language) {
    Properties texts = properties(key, language);

    assertThat(texts.getProperty("preheader"))
        .isNotBlank()
        .isNotEqualTo(texts.getProperty("subject"));
    assertThat(
            List.of(
                texts.getProperty("subject"),
                texts.getProperty("preheader"),
                texts.getProperty("heading")))
        .as("fits the table")
        .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(COLUMN_MAX));
  }

  @ParameterizedTest
  @MethodSource("all_mails")
  void what_a_shopper_or_merchant_typed_is_escaped_in_html(String key, String language) {
    RenderedMessage mail = render(key, language, full(key, language));

    assertThat(mail.html).contains("Ada &amp; Co").doesNotContain("Ada & Co", "<everything>");
    assertThat(mail.text).contains("Ada & Co");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"thank-you", "how-to", "review-request", "reward-code", "reward-reminder"})
  void both_languages_say_the_same_things(String key) {
    assertThat(properties(key, "de").stringPropertyNames())
        .isEqualTo(properties(key, "en").stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("marketing_mails")
  void marketing_says_why_it_comes_and_how_to_end_it(String key, String language) {
    String unsubscribe = properties(key, language).getProperty("label.unsubscribe");
    for (Map<String, Object> model : models(key, language)) {
      RenderedMessage mail = render(key, language, model);

      assertThat(mail.html).contains("href=\"" + UNSUBSCRIBE + "\"", ">" + unsubscribe + "</a>");
      assertThat(mail.text).contains(unsubscribe + ": " + UNSUBSCRIBE);
      assertThat(List.of(mail.html, mail.text))
          .allSatisfy(
              part ->
                  assertThat(part)
                      .contains(properties(key, language).getProperty("label.why"), ORDER));
    }
  }

  @ParameterizedTest
  @MethodSource("marketing_mails")
  void the_day_of_consent_is_named_where_it_is_known(String key, String language) {
    String agreed = properties(key, language).getProperty("label.agreed");
    RenderedMessage known = render(key, language, full(key, language));
    RenderedMessage unknown = render(key, language, sparse(key, language));

    assertThat(List.of(known.html, known.text))
        .allSatisfy(part -> assertThat(part).contains(agreed + " 3. 11. 2026)"));
    assertThat(List.of(unknown.html, unknown.text))
        .allSatisfy(part -> assertThat(part).doesNotContain(agreed).contains(ORDER + ")"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void a_thank_you_offers_to_unsubscribe_only_those_who_agreed(String language) {
    Properties texts = properties("thank-you", language);
    RenderedMessage agreed = render("thank-you", language, full("thank-you", language));
    RenderedMessage plain = render("thank-you", language, sparse("thank-you", language));

    assertThat(List.of(agreed.html, agreed.text))
        .allSatisfy(
            part -> assertThat(part).contains(UNSUBSCRIBE, texts.getProperty("label.agreed")));
    assertThat(List.of(plain.html, plain.text))
        .allSatisfy(
            part ->
                assertThat(part)
                    .doesNotContain(
                        UNSUBSCRIBE,
                        texts.getProperty("label.agreed"),
                        texts.getProperty("label.unsubscribe")));
  }

  @ParameterizedTest
  @MethodSource("reward_mails")
  void a_reward_shows_code_benefit_last_day_and_shop(String key, String language) {
    RenderedMessage mail = render(key, language, sparse(key, language));

    assertThat(mail.subject).contains(BENEFIT);
    assertThat(mail.html)
        .contains(
            ">" + CODE + "<",
            "10 % off &lt;everything&gt;",
            "31. 12. 2026",
            "href=\"https://shop.test/?code=" + CODE + "\"",
            "ada@example.test");
    assertThat(mail.text)
        .contains(
            CODE, BENEFIT, "31. 12. 2026", "https://shop.test/?code=" + CODE, "ada@example.test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void each_product_gets_its_tips_its_guide_or_a_care_line(String language) {
    Properties texts = properties("how-to", language);
    String care = texts.getProperty("label.care");
    String guide = texts.getProperty("label.guide");
    String guideOnly = texts.getProperty("label.guideOnly");
    RenderedMessage tips = howTo(language, "Rinse first.", "https://shop.test/guide");
    RenderedMessage link = howTo(language, "", "https://shop.test/guide");
    RenderedMessage none = howTo(language, "", "");

    assertThat(tips.html)
        .contains("Rinse first.", "href=\"https://shop.test/guide\"", guide)
        .doesNotContain(care, guideOnly);
    assertThat(tips.text)
        .contains("Rinse first.", guide + ": https://shop.test/guide")
        .doesNotContain(care, guideOnly);
    assertThat(List.of(link.html, link.text))
        .allSatisfy(part -> assertThat(part).contains(guideOnly, guide).doesNotContain(care));
    assertThat(List.of(none.html, none.text))
        .allSatisfy(part -> assertThat(part).contains(care).doesNotContain(guideOnly, guide));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void an_opinion_is_asked_for_by_reply_since_no_page_of_the_shop_has_a_form(String language) {
    Properties texts = properties("review-request", language);
    RenderedMessage paged = render("review-request", language, full("review-request", language));

    assertThat(List.of(paged.html, paged.text))
        .allSatisfy(
            part ->
                assertThat(part)
                    .contains("Kettle", texts.getProperty("label.replyOnly"))
                    .doesNotContain(
                        "href=\"https://shop.test/kettle\"", ": https://shop.test/kettle"));
  }

  private RenderedMessage howTo(String language, String tips, String guide) {
    Map<String, Object> model = full("how-to", language);
    model.put("products", List.of(line("Kettle", "", "", tips, guide)));
    return render("how-to", language, model);
  }

  private RenderedMessage render(String key, String language, Map<String, Object> model) {
    Properties texts = properties(key, language);
    return renderer.render(
        new MessageTemplate(
            key,
            language,
            1,
            true,
            null,
            new MessageTemplate.Texts(
                texts.getProperty("subject"),
                texts.getProperty("preheader"),
                texts.getProperty("heading"),
                texts.getProperty("intro"),
                texts.getProperty("closing")),
            labelled(key + ".html.vm", texts),
            labelled(key + ".txt.vm", texts)),
        model);
  }

  private static Stream<Arguments> inEachLanguage(String key) {
    return LANGUAGES.stream().map(language -> Arguments.of(key, language));
  }

  private static List<Map<String, Object>> models(String key, String language) {
    return List.of(full(key, language), sparse(key, language));
  }

  /** Everything a mail can know. */
  private static Map<String, Object> full(String key, String language) {
    String day = "3. 11. 2026";
    List<Object> lines =
        List.of(
            line(
                "Kettle",
                "https://shop.test/kettle.png",
                "https://shop.test/kettle",
                "Rinse it.\n\nThen boil.",
                "https://shop.test/guide"),
            line("Mug", "https://shop.test/mug.png", "https://shop.test/mug", "", ""));
    Map<String, Object> model = common(key, language, lines);
    model.put("customer", Map.of("firstName", "Ada & Co", "email", "ada@example.test"));
    model.put("shop", shop("help@shop.test"));
    model.put(
        "dates", Map.of("ordered", day, "shipsBy", day, "arrivesFrom", day, "arrivesBy", day));
    model.put("links", Map.of("unsubscribe", UNSUBSCRIBE, "preferences", ""));
    model.put("consent", Map.of("date", day, "soft", false));
    model.put(
        "friends",
        Map.of("url", "https://shop.test/recommend", "gift", "10 % off", "reward", "500 points"));
    return model;
  }

  /** No more than a mail can count on. */
  private static Map<String, Object> sparse(String key, String language) {
    List<Object> lines = List.of(line("Kettle", "", "", "", ""), line("Mug", "", "", "", ""));
    Map<String, Object> model = common(key, language, lines);
    model.put("customer", Map.of("firstName", "", "email", "ada@example.test"));
    model.put("shop", shop(""));
    model.put("dates", Map.of("ordered", "", "shipsBy", "", "arrivesFrom", "", "arrivesBy", ""));
    model.put(
        "links",
        Map.of("unsubscribe", MARKETING.contains(key) ? UNSUBSCRIBE : "", "preferences", ""));
    model.put("consent", Map.of("date", "", "soft", false));
    model.put("friends", Map.of("url", "", "gift", "", "reward", ""));
    return model;
  }

  private static Map<String, Object> common(String key, String language, List<Object> lines) {
    Map<String, Object> model = new HashMap<>();
    model.put("reviews", Map.of("url", "", "lines", List.of(), "promise", ""));
    model.put("language", language);
    model.put("direction", "ltr");
    model.put("start", "left");
    model.put("end", "right");
    model.put("moreProducts", 0);
    model.put("products", lines);
    model.put("order", order(lines));
    if (REWARDS.contains(key)) {
      model.put(
          "reward",
          Map.of(
              "code",
              CODE,
              "title",
              BENEFIT,
              "expires",
              "31. 12. 2026",
              "url",
              "https://shop.test/?code=" + CODE));
    }
    return model;
  }

  private static Map<String, Object> order(List<Object> lines) {
    Map<String, Object> order = new HashMap<>();
    order.put("paidWithPoints", "");
    order.put("toPay", "43,60 €");
    order.put("moreLines", 0);
    order.putAll(sums(lines));
    return order;
  }

  private static Map<String, Object> sums(List<Object> lines) {
    return Map.of(
        "number", ORDER,
        "lines", lines,
        "lineCount", lines.size(),
        "merchandise", "38,70 €",
        "discount", "",
        "shipping", "4,90 €",
        "tax", "",
        "total", "43,60 €",
        "url", "https://shop.test/confirmation/" + ORDER);
  }

  private static Map<String, Object> shop(String supportEmail) {
    return Map.of("name", "Test Shop", "url", "https://shop.test", "supportEmail", supportEmail);
  }

  private static Map<String, Object> line(
      String name, String picture, String url, String howTo, String howToUrl) {
    return Map.of(
        "name", name,
        "quantity", 1,
        "total", "19,35 €",
        "picture", picture,
        "url", url,
        "howTo", howTo,
        "howToUrl", howToUrl);
  }

  private static String labelled(String name, Properties labels) {
    String layout = text(name);
    for (String label : labels.stringPropertyNames()) {
      layout = layout.replace("[[" + label + "]]", labels.getProperty(label));
    }
    return layout;
  }

  private static Properties properties(String key, String language) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text(key + "_" + language + ".properties")));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    try (InputStream in =
        InstallPresets.class.getResourceAsStream("/postpurchase/presets/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
