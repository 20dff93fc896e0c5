package org.postpurchase.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
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
import org.postpurchase.shared.Shop;

/** Blocks about the reader as a member, and about telling others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MemberAndShareBlocksTest {
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
  @CsvSource({
    "en, Your tier, Still missing for, You have, Tell others what you found",
    "de, Ihre Stufe, Es fehlen noch bis, Sie haben, Zeigen Sie anderen"
  })
  void members_see_their_points_and_tier_and_others_see_neither(
      String locale, String tier, String missing, String have, String share) {
    Composition mail = mail(block("POINTS"), block("TIER"), block("SHARE", "hashtag", "fenn"));
    Map<String, Object> facts = order(Locale.UK, false);
    facts.put(
        "member", Map.of("points", "1,240 P", "tier", "Silver", "next", "G", "missing", "26"));

    RenderedMessage sent = rendered(mail, locale, facts);
    assertThat(sent.html).contains(tier, "Silver", missing, "<strong>G</strong>: 26", "1,240 P");
    assertThat(sent.text).contains(tier + " Silver", missing + " G: 26", have + " 1,240 P");
    assertThat(sent.html).contains(share, "#fenn", "https://wa.me/?text=https%3A%2F%2Fshop.test");
    facts.put("member", Map.of("points", "", "tier", "", "next", "", "missing", ""));
    RenderedMessage guest = rendered(mail, locale, facts);
    assertThat(guest.html).doesNotContain(tier, missing, have + "</div>");
    assertThat(guest.text).doesNotContain(tier, missing, have + " 1");
    assertThat(rendered(mail, locale, member()).html).doesNotContain(share).contains("#fenn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "#", "a-b", "#a#b", "$x", "<b>"})
  void a_hashtag_is_one_word(String typed) {
    assertThat(check.problems(mail(block("SHARE", "hashtag", typed))))
        .singleElement()
        .satisfies(p -> assertThat(p.code).isEqualTo(BlockProblem.Code.BAD_HASHTAG));
    assertThat(check.problems(mail(block("SHARE", "hashtag", "#Größe_2")))).isEmpty();
  }
}
