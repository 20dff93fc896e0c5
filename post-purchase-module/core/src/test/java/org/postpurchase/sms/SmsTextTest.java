package org.postpurchase.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Seed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SmsTextTest {
  private static final String GSM = "abcXYZ 019@\u00a3\u00e4\u00f6\u00fc\u00df\u0394\n";
  private static final String DOUBLE = "{}[]~^|\\\u20ac";
  private static final String[] FOREIGN = {"\u2019", "\u0131", "\u65e5", "\ud83d\ude00", "\u00e7"};

  @Test
  void lengths_at_the_edges() {
    assertThat(SmsText.of("").segments).isZero();
    assertThat(SmsText.of("a".repeat(160)).segments).isEqualTo(1);
    assertThat(SmsText.of("a".repeat(161)).segments).isEqualTo(2);
    assertThat(SmsText.of("a".repeat(306)).segments).isEqualTo(2);
    assertThat(SmsText.of("a".repeat(307)).segments).isEqualTo(3);
    assertThat(SmsText.of("\u20ac".repeat(80)).segments).isEqualTo(1);
    assertThat(SmsText.of("\u20ac".repeat(81)).segments).isEqualTo(2);
    assertThat(SmsText.of("\u65e5".repeat(70)).segments).isEqualTo(1);
    assertThat(SmsText.of("\u65e5".repeat(71)).segments).isEqualTo(2);
    assertThat(SmsText.of("\ud83d\ude00".repeat(35)).units).isEqualTo(70);
  }

  @Test
  void a_pair_is_not_cut_between_parts() {
    String euroAtTheSeam = "a".repeat(152) + "\u20ac" + "a".repeat(152);
    assertThat(SmsText.of(euroAtTheSeam).units).isEqualTo(306);
    assertThat(SmsText.of(euroAtTheSeam).segments).isEqualTo(3);
    String emojiAtTheSeam = "\u65e5".repeat(66) + "\ud83d\ude00" + "\u65e5".repeat(66);
    assertThat(SmsText.of(emojiAtTheSeam).segments).isEqualTo(3);
  }

  @Test
  void one_curly_apostrophe_doubles_the_price_and_is_named() {
    SmsText text = SmsText.of("L\u2019offre de No\u00e9 ".repeat(8));
    assertThat(text.encoding).isEqualTo(SmsText.Encoding.UCS_2);
    assertThat(text.costly).isEqualTo("\u2019");
    assertThat(text.segments).isEqualTo(2);
    assertThat(text.segmentsWithout).isEqualTo(1);
  }

  @Test
  void an_extended_character_takes_two_places_in_the_gsm_alphabet_alone() {
    assertThat(SmsText.of("\u20ac").units).isEqualTo(2);
    assertThat(SmsText.of("\u20ac\u2019").units).isEqualTo(2);
  }

  @Test
  void random_texts_are_counted_as_a_plain_packer_packs_them() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int n = 0; n < 3000; n++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(400);
      boolean foreign = random.nextInt(3) == 0;
      for (int i = 0; i < length; i++) {
        int kind = random.nextInt(10);
        if (kind == 0) {
          text.append(DOUBLE.charAt(random.nextInt(DOUBLE.length())));
        } else if (kind == 1 && foreign) {
          text.append(FOREIGN[random.nextInt(FOREIGN.length)]);
        } else {
          text.append(GSM.charAt(random.nextInt(GSM.length())));
        }
      }
      assertThat(SmsText.of(text.toString()).segments)
          .as("seed %d: %s", seed, text)
          .isEqualTo(packed(text.toString()));
    }
  }

  /** Fills parts one after the other, as a telephone does. */
  private static int packed(String text) {
    boolean gsm = text.codePoints().allMatch(c -> has(GSM, c) || has(DOUBLE, c));
    List<Integer> pieces = new ArrayList<>();
    text.codePoints()
        .forEach(c -> pieces.add(gsm ? (has(DOUBLE, c) ? 2 : 1) : Character.charCount(c)));
    int all = pieces.stream().mapToInt(i -> i).sum();
    if (all <= (gsm ? 160 : 70)) {
      return all == 0 ? 0 : 1;
    }
    int free = 0;
    int parts = 0;
    for (int piece : pieces) {
      if (piece > free) {
        parts++;
        free = gsm ? 153 : 67;
      }
      free -= piece;
    }
    return parts;
  }

  private static boolean has(String alphabet, int c) {
    return alphabet.indexOf(c) >= 0;
  }
}
