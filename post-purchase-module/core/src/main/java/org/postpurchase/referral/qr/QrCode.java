package org.postpurchase.referral.qr;

import java.nio.charset.StandardCharsets;

/**
 * A QR code (ISO/IEC 18004) of a link: bytes in UTF-8, error correction level M, versions 1 to 10,
 * that is up to 213 bytes. Immutable.
 */
public final class QrCode {
  /** Empty modules around it that readers need. */
  private static final int QUIET = 4;

  private final Grid grid;

  private QrCode(Grid grid) {
    this.grid = grid;
  }

  /**
   * The smallest code of that text.
   *
   * @throws IllegalArgumentException for a text that is too long, naming its length
   */
  public static QrCode of(String text) {
    byte[] data = text.getBytes(StandardCharsets.UTF_8);
    for (int version = 1; version <= Codewords.VERSION_MAX; version++) {
      if (Codewords.fits(version, data.length)) {
        byte[] words = Codewords.of(version, data);
        Grid best = null;
        for (int mask = 0; mask < 8; mask++) {
          Grid grid = new Grid(version, words, mask);
          best = best == null || grid.penalty() < best.penalty() ? grid : best;
        }
        return new QrCode(best);
      }
    }
    throw new IllegalArgumentException(
        "a QR code of " + data.length + " bytes does not fit; at most 213");
  }

  /** Modules on each side. */
  public int size() {
    return grid.size;
  }

  public boolean isDark(int column, int row) {
    return grid.isDark(column, row);
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
