package org.postpurchase.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.testkit.Seed;

/** Whether a brand can be read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContrastTest {

  /** Ratios that are widely published. */
  @ParameterizedTest
  @CsvSource({
    "#000000, #ffffff, 21.0",
    "#777777, #ffffff, 4.48",
    "#767676, #ffffff, 4.54",
    "#ff0000, #ffffff, 4.0",
    "#0000ff, #ffffff, 8.59",
    "#008000, #ffffff, 5.14"
  })
  void the_ratio_is_that_of_wcag_both_ways_round(String one, String other, double ratio) {
    assertThat(Contrast.ratio(one, other)).isCloseTo(ratio, within(0.02));
    assertThat(Contrast.ratio(other, one)).isEqualTo(Contrast.ratio(one, other));
  }

  @Test
  void the_usual_colours_can_be_read_and_an_orange_button_cannot() {
    assertThat(Contrast.failing(Palette.USUAL)).isEmpty();

    Palette orange = new Palette("#FF7A00", "#ffffff", "#f3f1ec", "#ffffff", "#22302b", "#5b6963");
    assertThat(Contrast.failing(orange)).containsExactly(Contrast.Pair.BUTTON, Contrast.Pair.LINK);
    assertThat(orange.accent).isEqualTo("#ff7a00");
  }

  @Test
  void every_cure_can_be_read() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      String[] c = new String[6];
      for (int i = 0; i < 6; i++) {
        c[i] = String.format("#%06x", random.nextInt(0x1000000));
      }
      Palette palette = new Palette(c[0], c[1], c[2], c[3], c[4], c[5]);
      for (Contrast.Pair pair : Contrast.failing(palette)) {
        String cure = pair.cure(palette);
        String[] cured = c.clone();
        cured[
                List.of("accent", "onAccent", "ground", "card", "ink", "soft")
                    .indexOf(pair.field())] =
            cure;
        Palette after = new Palette(cured[0], cured[1], cured[2], cured[3], cured[4], cured[5]);
        assertThat(pair.ratio(after))
            .as("seed " + seed + " " + pair + " " + palette)
            .isGreaterThanOrEqualTo(Contrast.LEAST);
      }
    }
  }

  @Test
  void what_is_no_colour_is_refused() {
    for (String bad : List.of("", "red", "#12345", "#1234567", "#12345g", "url(#a)")) {
      assertThat(Palette.isColour(bad)).as(bad).isFalse();
      assertThatThrownBy(
              () -> new Palette(bad, "#ffffff", "#ffffff", "#ffffff", "#000000", "#000000"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void social_links_survive_being_stored_and_unknown_ones_are_left_out() {
    List<SocialLink> links =
        List.of(
            new SocialLink(SocialLink.Network.X, "https://x.com/shop"),
            new SocialLink(SocialLink.Network.INSTAGRAM, "https://instagram.com/shop"));

    List<SocialLink> read = SocialLink.read(SocialLink.write(links) + "\nMYSPACE https://a\nX no");

    assertThat(SocialLink.write(read)).isEqualTo(SocialLink.write(links));
    assertThatThrownBy(() -> new SocialLink(SocialLink.Network.X, "javascript:a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
