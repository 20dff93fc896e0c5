package org.postpurchase.blocks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as a template that gives back exactly that text. */
final class VelocityText {
  private static final Pattern MEANT = Pattern.compile("[$#\\\\](?:(?!\\]\\]#)\\S)*");

  private VelocityText() {}

  /** For plain text. */
  static String plain(String text) {
    Matcher meant = MEANT.matcher(text);
    StringBuffer out = new StringBuffer(); // Matcher of Java 8 takes no StringBuilder
    while (meant.find()) {
      meant.appendReplacement(out, Matcher.quoteReplacement(unparsed(meant.group())));
    }
    return meant.appendTail(out).toString();
  }

  /** Two characters at a time, so that no name of a directive is ever spelt out. */
  private static String unparsed(String text) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < text.length(); at += 2) {
      out.append("#[[").append(text, at, Math.min(at + 2, text.length())).append("]]#");
    }
    return out.toString();
  }

  /** For HTML, outside of tags and inside of double quotes. */
  static String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (char c : text.toCharArray()) {
      switch (c) {
        case '&':
          out.append("&amp;");
          break;
        case '<':
          out.append("&lt;");
          break;
        case '>':
          out.append("&gt;");
          break;
        case '"':
          out.append("&quot;");
          break;
        default:
          out.append(c);
      }
    }
    return plain(out.toString());
  }
}
