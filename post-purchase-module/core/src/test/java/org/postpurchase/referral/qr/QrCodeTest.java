package org.postpurchase.referral.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Seed;

/** Codes are read back by another library. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QrCodeTest {
  @Test
  void what_is_drawn_is_what_was_said() throws Exception {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder("https://shop.example/");
      for (int more = random.nextInt(300); more > 0; more--) {
        text.append((char) ('!' + random.nextInt(90)));
      }
      String wanted = text.toString();
      assertThat(read(QrCode.of(wanted))).as("seed " + seed).isEqualTo(wanted);
    }
    assertThat(read(QrCode.of("K\u00e4se \u20ac"))).isEqualTo("K\u00e4se \u20ac");
  }

  @Test
  void a_long_text_is_refused_with_its_length() {
    assertThatThrownBy(() -> QrCode.of("a".repeat(4_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4000");
  }

  @Test
  void the_picture_has_a_quiet_zone_and_its_label_is_plain_text() {
    QrCode code = QrCode.of("https://shop.example/x");
    String svg = code.svg("\"<b>&");
    int all = code.size() + 8;
    assertThat(svg)
        .startsWith("<svg")
        .contains("viewBox=\"0 0 " + all + " " + all + "\"", "&quot;&lt;b>&amp;");
    assertThat(svg).doesNotContain("<b>", "script");
  }

  private static String read(QrCode code) throws Exception {
    BitMatrix modules = new BitMatrix(code.size());
    for (int row = 0; row < code.size(); row++) {
      for (int column = 0; column < code.size(); column++) {
        if (code.isDark(column, row)) {
          modules.set(column, row);
        }
      }
    }
    return new Decoder().decode(modules).getText();
  }
}
