package org.postpurchase.referral.qr;

import io.nayuki.qrcodegen.DataTooLongException;
import java.nio.charset.StandardCharsets;

/** A QR code (ISO/IEC 18004) of a link, error correction level M. Immutable. */
public final class QrCode {
  /** Empty modules around it that readers need. */
  private static final int QUIET = 4;

  private final io.nayuki.qrcodegen.QrCode code;

  private QrCode(io.nayuki.qrcodegen.QrCode code) {
    this.code = code;
  }

  /**
   * The smallest code of that text.
   *
   * @throws IllegalArgumentException for a text that is too long, naming its length
   */
  public static QrCode of(String text) {
    try {
      return new QrCode(
          io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM));
    } catch (DataTooLongException e) {
      throw new IllegalArgumentException(
          "a text of "
              + text.getBytes(StandardCharsets.UTF_8).length
              + " bytes does not fit into a QR code; use a shorter link",
          e);
    }
  }

  /** Modules on each side. */
  public int size() {
    return code.size;
  }

  public boolean isDark(int column, int row) {
    return code.getModule(column, row);
  }

  /**
   * As an SVG element that scales with its box and prints sharply; dark on white whatever the
   * page's colours are.
   *
   * @param label what it says to somebody who does not see it; plain text
   */
  public String svg(String label) {
    int all = size() + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < size(); row++) {
      for (int from = 0; from < size(); from++) {
        int to = from;
        while (to < size() && isDark(to, row)) {
          to++;
        }
        if (to > from) {
          path.append('M').append(from + QUIET).append(' ').append(row + QUIET);
          path.append('h').append(to - from).append("v1h-").append(to - from).append('z');
          from = to;
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + all
        + ' '
        + all
        + "\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\""
        + escaped(label)
        + "\"><path fill=\"#fff\" d=\"M0 0h"
        + all
        + "v"
        + all
        + "h-"
        + all
        + "z\"/><path fill=\"#000\" d=\""
        + path
        + "\"/></svg>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
