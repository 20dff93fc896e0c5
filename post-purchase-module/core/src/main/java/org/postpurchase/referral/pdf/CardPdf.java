package org.postpurchase.referral.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.postpurchase.referral.qr.QrCode;
import org.postpurchase.shared.PostPurchaseException;

/**
 * Draws a card of 148 by 105 millimetres, with the font inside, so that it looks the same in every
 * reader and at the printer's. Keeps nothing; safe for concurrent use.
 */
public final class CardPdf {
  private static final PDRectangle A6 =
      new PDRectangle(PDRectangle.A6.getHeight(), PDRectangle.A6.getWidth());
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MARGIN = 26;
  private static final float QR_SIDE = 118;
  private static final float GAP = 18;
  private static final float HEADING = 20;
  private static final float HEADING_LEAST = 11;
  private static final float TEXT = 10.5f;
  private static final float SMALL = 7.5f;
  private static final float LEADING = 1.25f;
  private static final int LINES_MAX = 6;

  private CardPdf() {}

  /**
   * The file; empty when it has signs that the font does not have, as of Chinese or Arabic: the
   * page is printed instead.
   *
   * @param language of the texts, for readers that speak them
   */
  public static Optional<byte[]> of(PrintedCard card, Locale language) {
    try (PDDocument file = new PDDocument();
        InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      PDFont font = PDType0Font.load(file, in, true);
      String all = card.shop + card.heading + card.message + card.small;
      if (!canShow(font, all + card.link.scan + card.link.shown)) {
        return Optional.empty();
      }
      PDPage page = new PDPage(A6);
      file.addPage(page);
      file.getDocumentInformation().setTitle(card.heading);
      file.getDocumentCatalog().setLanguage(language.toLanguageTag());
      try (PDPageContentStream out = new PDPageContentStream(file, page)) {
        new Sheet(out, font).draw(card);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      file.save(bytes);
      return Optional.of(bytes.toByteArray());
    } catch (IOException e) {
      throw new PostPurchaseException("A card could not be drawn: " + e.getMessage(), e);
    }
  }

  private static boolean canShow(PDFont font, String text) throws IOException {
    try {
      font.getStringWidth(plain(text));
      return true;
    } catch (IllegalArgumentException missing) {
      return false;
    }
  }

  /** Without what no font draws. */
  private static String plain(String text) {
    return text.replaceAll("[\\s\u00a0\u202f\u2009]+", " ")
        .replaceAll("[\\p{Cntrl}\u00ad\u200b-\u200f\u2060\ufeff]", "")
        .trim();
  }

  /** One card being drawn. Not thread-safe. */
  private static final class Sheet {
    private final PDPageContentStream out;
    private final PDFont font;

    Sheet(PDPageContentStream out, PDFont font) {
      this.out = out;
      this.font = font;
    }

    void draw(PrintedCard card) throws IOException {
      float width = A6.getWidth() - 2 * MARGIN - QR_SIDE - GAP;
      float y = A6.getHeight() - MARGIN - 12;
      grey(0.30f);
      line(plain(card.shop), MARGIN, y, fitting(card.shop, 12, A6.getWidth() - 2 * MARGIN));
      float top = y - 26;
      float size = HEADING;
      while (size > HEADING_LEAST && wrapped(card.heading, size, width).size() > 3) {
        size -= 1;
      }
      grey(0);
      y = block(card.heading, top - size * 0.4f, size, width);
      grey(0.15f);
      y = block(card.message, y - 6, TEXT, width);
      if (!card.link.code.isEmpty()) {
        grey(0);
        y = block(card.link.code, y - 10, 17, width);
      }
      grey(0.30f);
      if (!card.link.shown.isEmpty()) {
        line(
            plain(card.link.shown),
            MARGIN,
            MARGIN + 16,
            fitting(card.link.shown, 9, A6.getWidth() - 2 * MARGIN - QR_SIDE - GAP));
      }
      line(
          plain(card.small),
          MARGIN,
          MARGIN,
          fitting(card.small, SMALL, A6.getWidth() - 2 * MARGIN));
      qr(card, A6.getWidth() - MARGIN - QR_SIDE, top - QR_SIDE);
    }

    private void qr(PrintedCard card, float left, float bottom) throws IOException {
      QrCode code = QrCode.of(card.link.address);
      float module = QR_SIDE / code.size();
      grey(0);
      for (int row = 0; row < code.size(); row++) {
        for (int column = 0; column < code.size(); column++) {
          if (code.isDark(column, row)) {
            // a little wider than its place, so that no reader draws lines between them
            float y = bottom + QR_SIDE - (row + 1) * module;
            out.addRect(left + column * module, y, module + 0.05f, module + 0.05f);
          }
        }
      }
      out.fill();
      grey(0.30f);
      String scan = plain(card.link.scan);
      float size = fitting(scan, 9, QR_SIDE);
      line(scan, left + (QR_SIDE - width(scan, size)) / 2, bottom - 14, size);
    }

    private float block(String text, float top, float size, float width) throws IOException {
      float y = top;
      for (String each : wrapped(text, size, width)) {
        y -= size;
        line(each, MARGIN, y, size);
        y -= size * (LEADING - 1);
      }
      return y;
    }

    /** By words; what does not fit at all ends with an ellipsis. */
    private List<String> wrapped(String text, float size, float width) throws IOException {
      List<String> lines = new ArrayList<>();
      String current = "";
      for (String word : plain(text).split(" ")) {
        String longer = current.isEmpty() ? word : current + ' ' + word;
        if (width(longer, size) <= width || current.isEmpty()) {
          current = longer;
        } else {
          lines.add(current);
          current = word;
        }
      }
      if (!current.isEmpty()) {
        lines.add(current);
      }
      if (lines.size() <= LINES_MAX) {
        return lines;
      }
      List<String> cut = new ArrayList<>(lines.subList(0, LINES_MAX));
      cut.set(LINES_MAX - 1, cut.get(LINES_MAX - 1) + "\u2026");
      return cut;
    }

    /** The size, or the greatest below it in which the text is that wide. */
    private float fitting(String text, float size, float width) throws IOException {
      float natural = width(plain(text), size);
      return natural <= width ? size : size * width / natural;
    }

    private float width(String text, float size) throws IOException {
      return font.getStringWidth(text) / 1000 * size;
    }

    private void line(String text, float x, float y, float size) throws IOException {
      if (!text.isEmpty()) {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
      }
    }

    private void grey(float level) throws IOException {
      out.setNonStrokingColor(level);
    }
  }
}
