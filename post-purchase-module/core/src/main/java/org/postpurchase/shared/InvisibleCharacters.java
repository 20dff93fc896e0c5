package org.postpurchase.shared;

import java.util.EnumSet;
import java.util.Set;

/**
 * Characters that nobody sees and that come along when an address is copied from a page, a chat or
 * a telephone's contacts, or that somebody types for a name.
 */
public final class InvisibleCharacters {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** Scripts in which a joiner changes the word, so that it is part of a domain's name. */
  private static final Set<Character.UnicodeScript> SPELLED_WITH_JOINERS =
      EnumSet.of(
          Character.UnicodeScript.ARABIC,
          Character.UnicodeScript.SYRIAC,
          Character.UnicodeScript.NKO,
          Character.UnicodeScript.MANDAIC,
          Character.UnicodeScript.MONGOLIAN,
          Character.UnicodeScript.PHAGS_PA,
          Character.UnicodeScript.DEVANAGARI,
          Character.UnicodeScript.BENGALI,
          Character.UnicodeScript.GURMUKHI,
          Character.UnicodeScript.GUJARATI,
          Character.UnicodeScript.ORIYA,
          Character.UnicodeScript.TAMIL,
          Character.UnicodeScript.TELUGU,
          Character.UnicodeScript.KANNADA,
          Character.UnicodeScript.MALAYALAM,
          Character.UnicodeScript.SINHALA);

  private InvisibleCharacters() {}

  /** The text without them; a joiner between two letters of a script that needs it stays. */
  static String removedFrom(String text) {
    int[] points = text.codePoints().toArray();
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < points.length; i++) {
      boolean spells =
          isJoiner(points[i])
              && i > 0
              && i + 1 < points.length
              && isSpelledWithJoiners(points[i - 1])
              && isSpelledWithJoiners(points[i + 1]);
      if (spells || !isInvisible(points[i])) {
        out.appendCodePoint(points[i]);
      }
    }
    return out.toString();
  }

  /** Whether a reader would see nothing of the text, as of an empty one. */
  public static boolean isAll(String text) {
    return text.codePoints().allMatch(point -> isInvisible(point) || isBlank(point));
  }

  /** The blank of braille is a sign of its own for Unicode. */
  private static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x2800;
  }

  static boolean isJoiner(int point) {
    return point == ZERO_WIDTH_NON_JOINER || point == ZERO_WIDTH_JOINER;
  }

  private static boolean isSpelledWithJoiners(int point) {
    return SPELLED_WITH_JOINERS.contains(Character.UnicodeScript.of(point));
  }

  /**
   * What Unicode calls default ignorable, except the two overrides of direction (U+202D, U+202E):
   * those change what a reader sees, and an address with one in it is refused.
   */
  private static boolean isInvisible(int point) {
    if (point == 0x202D || point == 0x202E) {
      return false;
    }
    return Character.getType(point) == Character.FORMAT
        || point == 0x034F
        || point == 0x115F
        || point == 0x1160
        || point == 0x17B4
        || point == 0x17B5
        || (point >= 0x180B && point <= 0x180F)
        || point == 0x2065
        || point == 0x3164
        || (point >= 0xFE00 && point <= 0xFE0F)
        || point == 0xFFA0
        || (point >= 0xE0000 && point <= 0xE0FFF);
  }
}
