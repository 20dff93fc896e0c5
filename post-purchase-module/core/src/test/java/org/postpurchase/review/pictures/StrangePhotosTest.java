package org.postpurchase.review.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postpurchase.review.pictures.JdkPhotoMakerTest.chunk;
import static org.postpurchase.review.pictures.JdkPhotoMakerTest.image;
import static org.postpurchase.review.pictures.JdkPhotoMakerTest.withExif;
import static org.postpurchase.review.pictures.JdkPhotoMakerTest.written;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoMaker;
import org.postpurchase.review.PhotoRefusedException;
import org.postpurchase.review.PhotoRefusedException.Problem;
import org.postpurchase.testkit.Seed;

/** Pictures that cameras, editors and attackers make and that a simple one is not like. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrangePhotosTest {
  private final PhotoMaker maker = PicturesModule.photos();

  @Test
  void every_kind_of_pixels_that_jpeg_and_png_have_can_be_read() throws IOException {
    for (int type :
        new int[] {
          BufferedImage.TYPE_USHORT_GRAY,
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_BYTE_BINARY,
          BufferedImage.TYPE_BYTE_INDEXED,
          BufferedImage.TYPE_INT_ARGB,
          BufferedImage.TYPE_4BYTE_ABGR
        }) {
      Photo photo = maker.make(written(new BufferedImage(40, 30, type), "png"));
      assertThat(photo.width).as("type " + type).isEqualTo(40);
    }
    assertThat(
            maker.make(written(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), "jpeg"))
                .height)
        .isEqualTo(30);
    BufferedImage clear = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
    BufferedImage shown =
        ImageIO.read(new ByteArrayInputStream(maker.make(written(clear, "png")).large()));
    assertThat(new Color(shown.getRGB(9, 9)).getRed()).as("on white").isGreaterThan(250);
    BufferedImage deep = new BufferedImage(40, 30, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSample(9, 9, 0, 65_535);
    assertThat(maker.make(written(deep, "png")).width).isEqualTo(40);
  }

  @Test
  void colours_for_printers_are_read_or_refused_in_words() throws IOException {
    WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 40, 30, 4, null);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(inks, null, null));
    }
    refused(out.toByteArray(), Problem.BROKEN);
  }

  @Test
  void the_way_up_is_found_behind_filling_bytes_and_in_either_byte_order() throws IOException {
    byte[] upload = withExif(image("jpeg", 200, 100), 6);
    byte[] filled = new byte[upload.length + 2];
    System.arraycopy(upload, 0, filled, 0, 2);
    filled[2] = (byte) 0xFF;
    filled[3] = (byte) 0xFF;
    System.arraycopy(upload, 2, filled, 4, upload.length - 2);
    assertThat(maker.make(filled).width).isEqualTo(100);
    byte[] wide = upload.clone();
    int type = indexOf(wide, new byte[] {1, 0x12, 0, 3});
    wide[type + 3] = 4; // a long number instead of a short one
    wide[type + 8] = 0;
    wide[type + 9] = 0;
    wide[type + 10] = 0;
    wide[type + 11] = 6;
    assertThat(maker.make(wide).width).isEqualTo(100);
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int i = 0; i + part.length <= all.length; i++) {
      if (Arrays.equals(Arrays.copyOfRange(all, i, i + part.length), part)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  @Test
  void a_picture_of_which_the_end_is_missing_is_refused() throws IOException {
    for (String format : new String[] {"jpeg", "png"}) {
      byte[] whole = image(format, 800, 600);
      for (int percent : new int[] {20, 50, 80}) {
        refused(Arrays.copyOf(whole, whole.length * percent / 100), Problem.BROKEN);
      }
    }
  }

  @Test
  void whatever_is_sent_becomes_a_photo_or_is_refused() throws IOException {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    byte[][] good = {
      withExif(image("jpeg", 60, 40), 6), image("png", 60, 40), image("jpeg", 20, 20)
    };
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      byte[] upload = good[i % good.length].clone();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        upload[8 + random.nextInt(upload.length - 8)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(maker.make(upload).width).isPositive();
      } catch (PhotoRefusedException e) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", upload " + i, e);
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void bombs_in_notes_and_profiles_are_passed_over() throws IOException {
    byte[] plain = image("png", 30, 20);
    int after = 8 + 25; // signature and IHDR
    ByteArrayOutputStream zeros = new ByteArrayOutputStream();
    try (DeflaterOutputStream packed = new DeflaterOutputStream(zeros)) {
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        packed.write(block);
      }
    }
    for (String type : new String[] {"iCCP", "zTXt", "iTXt"}) {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      data.write("note\0".getBytes(StandardCharsets.ISO_8859_1));
      data.write(type.equals("iTXt") ? new byte[] {1, 0, 0, 0} : new byte[] {0});
      data.write(zeros.toByteArray());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(plain, 0, after);
      chunk(out, type, data.toByteArray());
      out.write(plain, after, plain.length - after);
      long before =
          ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().getId());
      assertThat(maker.make(out.toByteArray()).width).as(type).isEqualTo(30);
      long spent =
          ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().getId())
              - before;
      assertThat(spent / 1_000_000).as("milliseconds for " + type).isLessThan(2_000);
    }
  }

  private void refused(byte[] upload, Problem problem) {
    assertThatThrownBy(() -> maker.make(upload))
        .isInstanceOfSatisfying(
            PhotoRefusedException.class, e -> assertThat(e.problem).isEqualTo(problem));
  }
}
