package org.postpurchase.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.series.ExampleReward;
import org.postpurchase.series.Member;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.UnreadableJsonException;
import org.postpurchase.shared.json.JsonModule;
import org.postpurchase.testkit.Seed;

/** From blocks to a mail. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposingMailsTest {
  private static final Shop SHOP =
      new Shop(
          "Test Shop",
          "https://shop.test",
          "help@shop.test",
          Locale.UK,
          ZoneId.of("Europe/Berlin"));

  private final BlockKinds kinds = new BlockKinds(Collections.emptyList());
  private final ComposeTemplate compose = new ComposeTemplate(kinds);
  private final CheckComposition check = new CheckComposition(kinds);
  private final Renderer renderer = VelocityModule.renderer();
  private final SeriesModel models = new SeriesModel(new OrderModel(() -> SHOP));
  private int version;

  private static Block block(String kind, String... values) {
    Map<String, String> map = new java.util.LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      map.put(values[i], values[i + 1]);
    }
    return new Block(kind, map);
  }

  private static Composition mail(Block... blocks) {
    return new Composition("Hello", "", "", List.of(blocks));
  }

  /** One of each kind, with every field filled in. */
  private Composition everything() {
    List<Block> blocks = new ArrayList<>();
    for (BlockKind kind : kinds.all()) {
      Map<String, String> values = new java.util.LinkedHashMap<>();
      for (BlockField field : kind.fields()) {
        values.put(
            field.name,
            switch (field.type) {
              case LINE, TEXT -> "Words of " + kind.key();
              case URL -> "https://shop.test/" + kind.key();
              case PICTURE -> "https://shop.test/" + kind.key() + ".jpg";
              case HASHTAG -> "harbour_days";
              case CHOICE -> field.choices.get(0);
            });
      }
      blocks.add(new Block(kind.key(), values));
    }
    return new Composition("All of them", "Behind it", "", blocks);
  }

  private Map<String, Object> order(Locale locale, boolean rewarded) {
    return models.of(
        new SeriesModel.Facts(OrderModel.example(locale), new OrderProgress(List.of()))
            .reward(
                rewarded
                    ? Optional.of(ExampleReward.at(Instant.parse("2026-05-01T10:00:00Z")))
                    : Optional.empty())
            .unsubscribeUrl("https://shop.test/stop"));
  }

  private Map<String, Object> member() {
    return models.of(
        new SeriesModel.Facts(
                new Member(5, "ada@example.test", "", Locale.UK),
                MomentValues.none().number("points", 1200))
            .unsubscribeUrl(""));
  }

  private RenderedMessage rendered(Composition mail, String locale, Map<String, Object> facts) {
    return renderer.judge(compose.write(mail, locale).as("test", locale, ++version), facts);
  }

  @ParameterizedTest
  @CsvSource({"en, Unsubscribe", "de, Abmelden", "fr, Unsubscribe"})
  void every_kind_can_be_sent_about_orders_and_about_people(String locale, String stop) {
    Composition mail = everything();
    assertThat(check.problems(mail)).isEmpty();

    for (Map<String, Object> facts :
        List.of(order(Locale.UK, true), order(Locale.GERMANY, false), member())) {
      RenderedMessage sent = rendered(mail, locale, facts);
      assertThat(List.of(sent.subject, sent.html, sent.text))
          .allSatisfy(part -> assertThat(part).doesNotContain("[[", "]]", "$", "#if", "#end"));
      assertThat(sent.html).contains("Words of HEADING", "https://shop.test/PICTURE.jpg");
      assertThat(sent.text).contains("Words of TEXT", "https://shop.test/VIDEO");
      assertThat(sent.text.length()).isLessThan(3000);
    }
    RenderedMessage withCode = rendered(mail, locale, order(Locale.UK, true));
    assertThat(withCode.html).contains(stop, "https://shop.test/stop", "Words of CODE");
    assertThat(rendered(mail, locale, order(Locale.UK, false)).html)
        .doesNotContain("Words of CODE");
    assertThat(rendered(mail, locale, member()).html)
        .contains("1,200")
        .doesNotContain("Words of PRODUCTS", "Words of STARS", "Words of REFERRAL");
  }

  /**
   * In dark mode a program takes the style sheet's colour only where it overrules the inline one.
   */
  @Test
  void every_link_in_the_accent_colour_can_be_read_on_a_dark_card() {
    String html = rendered(everything(), "en", order(Locale.UK, true)).html;
    assertThat(html).contains(".pp-link { color: #7fd1b2 !important; }");
    Matcher link = Pattern.compile("<a [^>]*[^-]color:#1d6b52[^>]*>").matcher(html);
    assertThat(link.results().map(MatchResult::group))
        .hasSizeGreaterThan(5)
        .allMatch(a -> a.contains("class=\"pp-link\"") || a.contains("class=\"pp-quiet\""));
  }

  @Test
  void a_field_that_is_not_known_of_a_reader_has_its_other_words() {
    Composition mail =
        mail(block("TEXT", "text", "Hi {{customer.firstName|there}}, order {{order.number|-}}."));

    assertThat(rendered(mail, "en", member()).text).contains("Hi there, order -.");
    assertThat(rendered(mail, "en", order(Locale.UK, false)).html)
        .doesNotContain("there,", "order -.");
  }

  @Test
  void bold_lists_and_links_are_markup_in_html_and_words_in_plain_text() {
    Composition mail =
        mail(
            block(
                "TEXT",
                "text",
                "Take **care** of *it*:\n"
                    + "- wash at 30\n"
                    + "- [read](https://shop.test/a?b=1&c=2)\n\n"
                    + "Bye"));

    RenderedMessage sent = rendered(mail, "en", order(Locale.UK, false));
    assertThat(sent.html)
        .contains("<strong>care</strong>", "<em>it</em>", "<li>wash at 30</li>")
        .contains(
            "href=\"https://shop.test/a?b=1&amp;c=2\"", "<p style=\"margin:0 0 16px;\">Bye</p>");
    assertThat(sent.text).contains("Take care of it:\n- wash at 30\n- read (https://shop.test/a?b");
  }

  @Test
  void whatever_is_typed_comes_out_as_it_was_typed_and_runs_nothing() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    String alphabet = "$#\\!@|]()ab1 .<>&\"'if_endset-";
    for (int round = 0; round < 300; round++) {
      StringBuilder typed = new StringBuilder("x");
      for (int i = random.nextInt(30); i > 0; i--) {
        typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (round % 3 == 0) {
        typed.append("#set($x=1)#stop #end ${customer.email} #[[a]]# ]]#if(");
      }
      String text = typed.toString().replaceAll(" +", " ").trim();
      Composition mail = new Composition(text, "", "", List.of(block("TEXT", "text", text)));

      RenderedMessage sent = rendered(mail, "en", order(Locale.UK, false));

      String escaped =
          text.replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;");
      assertThat(sent.subject).as("seed " + seed).isEqualTo(text);
      assertThat(sent.text).as("seed " + seed).startsWith(text.startsWith("- ") ? "" : text);
      assertThat(sent.html).as("seed " + seed).contains(escaped);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "http://shop.test/",
        "https://shop.test/\"onclick=",
        "//evil.test/",
        "{{order.number}}",
        "shop.test"
      })
  void an_address_that_leads_nowhere_is_refused_and_its_block_named(String address) {
    Composition mail = mail(block("DIVIDER"), block("BUTTON", "label", "Go", "url", address));

    assertThat(check.problems(mail))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.block).isEqualTo(1);
              assertThat(problem.field).isEqualTo("url");
              assertThat(problem.code).isEqualTo(BlockProblem.Code.BAD_LINK);
            });
  }

  @Test
  void fields_that_there_are_none_of_and_what_is_missing_are_named() {
    Composition mail =
        new Composition(
            "",
            "{{order.nmber}}",
            "",
            List.of(
                block("HEADING", "text", " "),
                block("TEXT", "text", "Hi {{customer.firstName"),
                block("HOLOGRAM"),
                block("TEXT", "text", "x".repeat(4001))));

    assertThat(check.problems(mail))
        .extracting(BlockProblem::toString)
        .containsExactly(
            "-1.subject: EMPTY ",
            "-1.preheader: UNKNOWN_FIELD {{order.nmber}}",
            "0.text: EMPTY ",
            "1.text: UNKNOWN_FIELD {{",
            "2.: UNKNOWN_KIND HOLOGRAM",
            "3.text: TOO_LONG 4000");
    assertThat(check.problems(mail(block("TEXT", "text", "[a](http://x)")))).hasSize(1);
    assertThat(check.problems(new Composition("a", "", "", List.of())))
        .extracting(p -> p.code)
        .containsExactly(BlockProblem.Code.NO_BLOCKS);
  }

  @Test
  void a_composition_survives_being_stored() {
    Composition mail =
        new Composition(
            "Größe & <b>", "p", "r", List.of(block("TEXT", "text", "a\n\"b\"\t\u2028")));

    Composition read = Composition.of(mail.text(), JsonModule.reader());

    assertThat(read.text()).isEqualTo(mail.text()).matches("[ -~]*").doesNotContain("<", "'");
    assertThat(read.subject).isEqualTo("Größe & <b>");
    assertThat(read.blocks.get(0).values()).containsEntry("text", "a\n\"b\"\t\u2028");
    for (String broken : List.of("", "{", "[1,]", "{\"a\":tru}", "{\"a\":\"b}", "\"\\u00zz\"")) {
      assertThatThrownBy(() -> Composition.of(broken, JsonModule.reader()))
          .isInstanceOf(UnreadableJsonException.class);
    }
    assertThatThrownBy(() -> Composition.of("[".repeat(100_000), JsonModule.reader()))
        .isInstanceOf(UnreadableJsonException.class);
  }

  @Test
  void two_kinds_of_one_name_are_refused() {
    BlockKind again =
        new BlockKind() {
          @Override
          public String key() {
            return "TEXT";
          }

          @Override
          public List<BlockField> fields() {
            return List.of();
          }

          @Override
          public void write(Block block, MailWriter mail) {}
        };

    assertThatThrownBy(() -> new BlockKinds(List.of(again)))
        .isInstanceOf(PostPurchaseException.class)
        .hasMessageContaining("TEXT");
  }
}
