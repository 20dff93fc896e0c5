package org.postpurchase.shared;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A merchant's short text with other languages behind it: {@code points | de: Punkte | fr: points}.
 * What comes first is for everybody else. A text without such parts is for everybody.
 */
public final class LocalText {
  private static final Pattern PART =
      Pattern.compile("\\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\\s*:\\s*(\\S.*?)\\s*");

  private LocalText() {}

  /** The part for that language, the one of its country first; else what comes first. */
  public static String in(String text, Locale locale) {
    if (text == null || text.indexOf('|') < 0) {
      return text;
    }
    String[] parts = text.split("\\|");
    String language = null;
    for (int i = 1; i < parts.length; i++) {
      Matcher part = PART.matcher(parts[i]);
      if (!part.matches()) {
        return text; // a line of the merchant's own
      }
      Locale of = Locale.forLanguageTag(part.group(1).replace('_', '-'));
      if (of.toLanguageTag().equals(locale.toLanguageTag())) {
        return part.group(2);
      }
      if (of.getCountry().isEmpty() && of.getLanguage().equals(locale.getLanguage())) {
        language = part.group(2);
      }
    }
    return language == null ? parts[0].trim() : language;
  }
}
