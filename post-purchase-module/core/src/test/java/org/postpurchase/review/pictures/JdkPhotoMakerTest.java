package org.postpurchase.review.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoMaker;
import org.postpurchase.review.PhotoRefusedException;
import org.postpurchase.review.PhotoRefusedException.Problem;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JdkPhotoMakerTest {
  private final PhotoMaker maker = PicturesModule.photos();

  /** The corner that is red in the upload, and where it is to be once the picture is upright. */
  @ParameterizedTest
  @CsvSource({
    "1, 200, 100, 0, 0",
    "2, 200, 100, 1, 0",
    "3, 200, 100, 1, 1",
    "4, 200, 100, 0, 1",
    "5, 100, 200, 0, 0",
    "6, 100, 200, 1, 0",
    "7, 100, 200, 1, 1",
    "8, 100, 200, 0, 1"
  })
  void v11_a_photo_stands_upright_and_its_notes_are_gone(
      int orientation, int width, int height, int right, int below) throws IOException {
    byte[] upload = withExif(image("jpeg", 200, 100), orientation);
    assertThat(new String(upload, StandardCharsets.ISO_8859_1)).contains("Exif", "SECRET PLACE");

    Photo photo = maker.make(upload);

    assertThat(photo.width).isEqualTo(width);
    assertThat(photo.height).isEqualTo(height);
    assertThat(new String(photo.large(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif")
        .doesNotContain("SECRET PLACE");
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(photo.large()));
    int x = right == 0 ? 8 : width - 9;
    int y = below == 0 ? 8 : height - 9;
    Color corner = new Color(shown.getRGB(x, y));
    assertThat(corner.getRed()).isGreaterThan(180);
    assertThat(corner.getBlue()).isLessThan(90);
  }

  @Test
  void large_photos_become_small_ones() throws IOException {
    Photo photo = maker.make(image("png", 4000, 3000));

    assertThat(photo.width).isEqualTo(1600);
    assertThat(photo.height).isEqualTo(1200);
    BufferedImage small = ImageIO.read(new ByteArrayInputStream(photo.small()));
    assertThat(small.getWidth()).isEqualTo(400);
    assertThat(photo.sha256).hasSize(64).isEqualTo(maker.make(image("png", 4000, 3000)).sha256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic",
        "GIF89a<script>",
        "%PDF-1.7"
      })
  void v12_what_is_no_photo_is_refused(String content) {
    refused(content.getBytes(StandardCharsets.ISO_8859_1), Problem.NOT_A_PHOTO);
  }

  @Test
  void a_photo_that_is_cut_off_is_refused() throws IOException {
    byte[] half = java.util.Arrays.copyOf(image("jpeg", 200, 100), 60);
    refused(half, Problem.BROKEN);
  }

  @Test
  void a_bomb_is_refused_before_it_is_decoded() throws IOException {
    byte[] bomb = pngHeader(60_000, 60_000);
    assertThat(bomb.length).isLessThan(2_000);
    refused(bomb, Problem.TOO_MANY_PIXELS);
  }

  @Test
  void a_file_that_is_too_long_is_refused() {
    refused(new byte[PhotoMaker.BYTES_MAX + 1], Problem.TOO_LONG);
  }

  @Test
  void what_is_hidden_behind_a_picture_does_not_survive() throws IOException {
    ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
    polyglot.write(image("jpeg", 50, 50));
    polyglot.write("<script>alert('here')</script>PK\u0003\u0004".getBytes(StandardCharsets.UTF_8));
    Photo photo = maker.make(polyglot.toByteArray());
    assertThat(new String(photo.large(), StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
  }

  private void refused(byte[] upload, Problem problem) {
    assertThatThrownBy(() -> maker.make(upload))
        .isInstanceOfSatisfying(
            PhotoRefusedException.class, e -> assertThat(e.problem).isEqualTo(problem));
  }

  /** Blue, with a red corner at the upper left. */
  static byte[] image(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.BLUE);
    g.fillRect(0, 0, width, height);
    g.setColor(Color.RED);
    g.fillRect(0, 0, 32, 32);
    g.dispose();
    return written(image, format);
  }

  static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
    ByteArrayOutputStream notes = new ByteArrayOutputStream();
    notes.write("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1));
    notes.write(new byte[] {0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1});
    notes.write(new byte[] {0, (byte) orientation, 0, 0, 0, 0, 0, 0});
    notes.write("SECRET PLACE".getBytes(StandardCharsets.ISO_8859_1));
    int length = notes.size() + 2;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    out.write(notes.toByteArray());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int number : new int[] {width, height}) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        head.write(number >> shift);
      }
    }
    head.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", head.toByteArray());
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[100_000]);
    deflater.finish();
    byte[] packed = new byte[1_000];
    int length = deflater.deflate(packed);
    chunk(out, "IDAT", java.util.Arrays.copyOf(packed, length));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    number(out, data.length);
    out.write(name);
    out.write(data);
    number(out, (int) crc.getValue());
  }

  private static void number(ByteArrayOutputStream out, int number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(number >> shift);
    }
  }
}
