package org.postpurchase.shared;

import java.util.regex.Pattern;

/**
 * Makes texts that nobody of the shop's authors wrote (names of products, people, offers) fit to be
 * shown inside a mail or page: no control characters, no half characters, no marks that turn the
 * direction of what follows, no towers of accents, and not longer than the place allows.
 */
public final class ShownText {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2028\\u2029\\u0085]+");
  private static final Pattern SPACES_OF_A_LINE = Pattern.compile("[ \\t]+");
  private static final Pattern LINE_BREAK =
      Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085\\u000B]");
  private static final int MARKS_MAX = 4;

  private ShownText() {}

  /** As one line; null is empty. */
  public static String line(String text, int charactersMax) {
    return text == null
        ? ""
        : cut(SPACES.matcher(visible(text, false)).replaceAll(" ").trim(), charactersMax);
  }

  /** The same with line breaks kept. */
  public static String paragraphs(String text, int charactersMax) {
    if (text == null) {
      return "";
    }
    String lines = visible(LINE_BREAK.matcher(text).replaceAll("\n"), true);
    return cut(SPACES_OF_A_LINE.matcher(lines).replaceAll(" ").trim(), charactersMax);
  }

  private static String visible(String text, boolean keepsLineBreaks) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      marks = isMark(point) ? marks + 1 : 0;
      if (marks > MARKS_MAX || isHarmful(point)) {
        continue;
      }
      boolean kept = point == '\n' && keepsLineBreaks;
      out.appendCodePoint(Character.getType(point) == Character.CONTROL && !kept ? ' ' : point);
    }
    return out.toString();
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isHarmful(int point) {
    return (point >= 0xD800 && point <= 0xDFFF) // half a character
        || (point & 0xFFFE) == 0xFFFE
        || (point >= 0xFDD0 && point <= 0xFDEF)
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || (point >= 0xFFF9 && point <= 0xFFFC)
        || (point >= 0xE0000 && point <= 0xE0FFF)
        || point == 0x2060
        || point == 0x200B
        || point == 0xFEFF
        || point == 0x00AD;
  }

  /** As it is, or its beginning and …; characters as readers count them. */
  public static String cut(String text, int charactersMax) {
    if (text.codePointCount(0, text.length()) <= charactersMax) {
      return text;
    }
    int end = text.offsetByCodePoints(0, Math.max(0, charactersMax - 1));
    while (end > 0 && (isMark(text.codePointAt(end)) || isJoined(text, end))) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).trim() + "…";
  }

  private static boolean isJoined(String text, int end) {
    return InvisibleCharacters.isJoiner(text.codePointAt(end))
        || InvisibleCharacters.isJoiner(text.codePointBefore(end));
  }
}
