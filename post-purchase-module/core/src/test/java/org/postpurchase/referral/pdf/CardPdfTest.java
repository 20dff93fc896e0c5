package org.postpurchase.referral.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.testkit.Seed;

/** Cards as a printer and a phone read them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CardPdfTest {
  private static final String LINK = "https://shop.example/post-purchase/friend/ABCD2345?c=print";

  private static PrintedCard card(String name, String heading) {
    return new PrintedCard(
        "Harbour & Hearth",
        heading,
        name + " recommends Harbour & Hearth to you.",
        new PrintedCard.Link(
            LINK,
            "ABCD-2345",
            "shop.example/post-purchase/friend/ABCD2345",
            "Scan with your phone"),
        "From \u20ac30.00. For new customers, once.");
  }

  private static String text(byte[] file) throws Exception {
    try (PDDocument document = PDDocument.load(file)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      return new PDFTextStripper().getText(document);
    }
  }

  private static String scanned(byte[] file) throws Exception {
    try (PDDocument document = PDDocument.load(file)) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 200);
      int[] pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(
                  new HybridBinarizer(
                      new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
          .getText();
    }
  }

  @Test
  void a_phone_reads_the_link_and_a_person_the_rest() throws Exception {
    byte[] file =
        CardPdf.of(card("Anna", "10% off your first order"), Locale.ENGLISH).orElseThrow();
    assertThat(scanned(file)).isEqualTo(LINK);
    assertThat(text(file))
        .contains("Harbour & Hearth", "10% off your first order", "Anna recommends")
        .contains("ABCD-2345", "shop.example/post-purchase/friend/ABCD2345", "\u20ac30.00");
    assertThat(file.length).as("bytes").isLessThan(60_000);
  }

  @Test
  void names_of_europe_are_written_as_they_are() throws Exception {
    for (String name :
        List.of(
            "J\u00fcrgen",
            "\u0141ukasz",
            "\u015e\u00fckran",
            "\u0395\u03bb\u03ad\u03bd\u03b7",
            "\u0418\u0440\u0438\u043d\u0430",
            "Zo\u00eb\u00a0Ann")) {
      String text = text(CardPdf.of(card(name, "10% off"), Locale.ENGLISH).orElseThrow());
      assertThat(text.replace('\u00a0', ' ')).contains(name.replace('\u00a0', ' '));
    }
  }

  @Test
  void what_the_font_cannot_write_is_no_file_instead_of_boxes() {
    assertThat(CardPdf.of(card("\u738b", "10% off"), Locale.CHINESE)).isEmpty();
    assertThat(CardPdf.of(card("Emoji \ud83c\udf81", "10% off"), Locale.ENGLISH)).isEmpty();
  }

  @Test
  void any_text_fits_and_never_covers_the_code() throws Exception {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      StringBuilder words = new StringBuilder();
      for (int w = random.nextInt(60); w >= 0; w--) {
        words.append("abcdefghij", 0, 1 + random.nextInt(10));
        words.append(random.nextInt(9) == 0 ? "\n" : " ");
      }
      byte[] file =
          CardPdf.of(card(words.substring(0, words.length() / 2), words.toString()), Locale.GERMAN)
              .orElseThrow();
      assertThat(scanned(file)).as("seed " + seed + ": " + words).isEqualTo(LINK);
    }
  }
}
