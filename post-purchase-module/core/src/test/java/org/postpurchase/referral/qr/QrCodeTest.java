package org.postpurchase.referral.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Codes are read back as a scanner without errors reads them: format, mask, columns, blocks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QrCodeTest {
  /** Blocks and data words of a block, versions 1 to 10 at level M; long blocks have one more. */
  private static final int[][] BLOCKS = {
    {1, 16, 0}, {1, 28, 0}, {1, 44, 0}, {2, 32, 0}, {2, 43, 0}, {4, 27, 0}, {4, 31, 0},
    {2, 38, 2}, {3, 36, 2}, {4, 43, 1}
  };
  private static final int[] CENTRES_LAST = {0, 18, 22, 26, 30, 34, 38, 42, 46, 50};
  private static final int[] CENTRES_MIDDLE = {0, 0, 0, 0, 0, 0, 22, 24, 26, 28};

  @Test
  void what_is_drawn_is_what_was_said() {
    long seed = Long.getLong("pp.qr.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder("https://shop.example/");
      int length = 1 + random.nextInt(190);
      while (text.length() < length) {
        text.append((char) ('!' + random.nextInt(90)));
      }
      String wanted = text.substring(0, length);
      assertThat(read(QrCode.of(wanted))).as("seed " + seed).isEqualTo(wanted);
    }
    assertThat(read(QrCode.of("K\u00e4se \u20ac"))).isEqualTo("K\u00e4se \u20ac");
  }

  @Test
  void it_is_as_small_as_it_can_be_and_a_long_text_is_refused_with_its_length() {
    assertThat(QrCode.of("a".repeat(14)).size()).isEqualTo(21);
    assertThat(QrCode.of("a".repeat(15)).size()).isEqualTo(25);
    assertThat(QrCode.of("a".repeat(213)).size()).isEqualTo(57);
    assertThatThrownBy(() -> QrCode.of("a".repeat(214)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("214");
  }

  @Test
  void the_picture_has_a_quiet_zone_and_its_label_is_plain_text() {
    String svg = QrCode.of("https://shop.example/x").svg("\"<b>&");
    assertThat(svg).startsWith("<svg").contains("viewBox=\"0 0 33 33\"", "&quot;&lt;b>&amp;");
    assertThat(svg).doesNotContain("<b>", "script");
  }

  private static String read(QrCode code) {
    int size = code.size();
    int version = (size - 17) / 4;
    int mask = 0;
    int format = 0;
    for (int i = 0; i < 6; i++) {
      format |= code.isDark(8, i) ? 1 << i : 0;
    }
    format |= code.isDark(8, 7) ? 1 << 6 : 0;
    format |= code.isDark(8, 8) ? 1 << 7 : 0;
    format |= code.isDark(7, 8) ? 1 << 8 : 0;
    for (int i = 9; i < 15; i++) {
      format |= code.isDark(14 - i, 8) ? 1 << i : 0;
    }
    int plain = (format ^ 0x5412) >>> 10;
    assertThat(plain >>> 3).as("level M").isZero();
    mask = plain & 7;
    int[] layout = BLOCKS[version - 1];
    int blocks = layout[0] + layout[2];
    int words = layout[0] * layout[1] + layout[2] * (layout[1] + 1);
    byte[] drawn = new byte[words];
    int bit = 0;
    for (int right = size - 1; right >= 1 && bit < words * 8; right -= 2) {
      right = right == 6 ? 5 : right;
      for (int step = 0; step < size; step++) {
        int y = ((right + 1) & 2) == 0 ? size - 1 - step : step;
        for (int x = right; x >= right - 1; x--) {
          if (isData(version, size, x, y) && bit < words * 8) {
            if (code.isDark(x, y) ^ inverts(mask, x, y)) {
              drawn[bit >>> 3] |= (byte) (0x80 >>> (bit & 7));
            }
            bit++;
          }
        }
      }
    }
    byte[] data = new byte[words];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      boolean isLong = block >= layout[0];
      for (int column = 0; column < layout[1]; column++) {
        data[at++] = drawn[column * blocks + block];
      }
      if (isLong) {
        data[at++] = drawn[layout[1] * blocks + block - layout[0]];
      }
    }
    StringBuilder bits = new StringBuilder();
    for (byte each : data) {
      bits.append(String.format("%8s", Integer.toBinaryString(each & 0xFF)).replace(' ', '0'));
    }
    assertThat(bits.substring(0, 4)).as("bytes").isEqualTo("0100");
    int head = version < 10 ? 12 : 20;
    int length = Integer.parseInt(bits.substring(4, head), 2);
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) Integer.parseInt(bits.substring(head + 8 * i, head + 8 * i + 8), 2);
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static boolean isData(int version, int size, int x, int y) {
    boolean finder = (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9);
    boolean timing = x == 6 || y == 6;
    boolean number =
        version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11));
    return !finder && !timing && !number && !isAlignment(version, size, x, y);
  }

  private static boolean isAlignment(int version, int size, int x, int y) {
    if (version == 1) {
      return false;
    }
    int last = CENTRES_LAST[version - 1];
    int middle = CENTRES_MIDDLE[version - 1];
    int[] centres = middle == 0 ? new int[] {6, last} : new int[] {6, middle, last};
    for (int cx : centres) {
      for (int cy : centres) {
        boolean corner =
            (cx == 6 && cy == 6) || (cx == 6 && cy == last) || (cx == last && cy == 6);
        if (!corner && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean inverts(int mask, int x, int y) {
    return switch (mask) {
      case 0 -> (x + y) % 2 == 0;
      case 1 -> y % 2 == 0;
      case 2 -> x % 3 == 0;
      case 3 -> (x + y) % 3 == 0;
      case 4 -> (x / 3 + y / 2) % 2 == 0;
      case 5 -> x * y % 2 + x * y % 3 == 0;
      case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
      default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
    };
  }
}
