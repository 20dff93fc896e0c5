package org.postpurchase.shared;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The language in which one text is written, and all that follows from it: how days and amounts in
 * it are spelled, which way it runs, and how names of the other direction stand in it. Immutable.
 */
public final class Language {
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
      set("Arab", "Aran", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Mand", "Rohg", "Samr", "Yezi");
  private static final Set<String> RIGHT_TO_LEFT =
      set(
          "ar", "arz", "ary", "arq", "aeb", "apc", "acm", "ars", "he", "fa", "ur", "yi", "ps", "sd",
          "ug", "dv", "ckb", "sdh", "ks", "syr", "arc", "nqo", "azb", "mzn", "lrc", "glk", "pnb",
          "skr", "rhg", "bal", "bgn", "haz", "khw");

  /** How days, numbers and amounts are written. */
  public final Locale locale;

  /** BCP 47 tag of the text, for {@code lang}. */
  public final String tag;

  public final boolean rightToLeft;

  private Language(Locale locale, String tag) {
    this.locale = locale;
    this.tag = tag;
    boolean named = !locale.getScript().isEmpty();
    String script = LocaleCode.script(locale);
    this.rightToLeft =
        named || !script.isEmpty()
            ? RIGHT_TO_LEFT_SCRIPTS.contains(script)
            : RIGHT_TO_LEFT.contains(LocaleCode.language(locale));
  }

  /** Texts in that locale. */
  public static Language of(Locale locale) {
    Locale plain = LocaleCode.plain(locale);
    return new Language(plain, plain.toLanguageTag());
  }

  /**
   * A text in the language of its own code, for a reader and a shop. Only where the text is for no
   * country in particular does the reader's country, else the shop's, tell how its days and amounts
   * are written, and only if the reader's or shop's language is the same.
   */
  public static Language of(String localeCode, Locale reader, Locale shop) {
    Locale own = LocaleCode.parse(localeCode);
    if (own.getLanguage().isEmpty()) {
      return of(shop);
    }
    Locale written = own;
    if (own.getCountry().isEmpty()) {
      written = isSame(own, reader) ? reader : isSame(own, shop) ? shop : own;
    }
    return new Language(LocaleCode.plain(written), own.toLanguageTag());
  }

  private static boolean isSame(Locale own, Locale other) {
    return !other.getCountry().isEmpty()
        && LocaleCode.language(own).equals(LocaleCode.language(other))
        && (own.getScript().isEmpty()
            || LocaleCode.script(own).equals(LocaleCode.script(LocaleCode.plain(other))));
  }

  /** For {@code dir}. */
  public String direction() {
    return rightToLeft ? "rtl" : "ltr";
  }

  /** Weekday, day, month and year as people of that locale write them. */
  public String day(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
        .withLocale(locale)
        .withDecimalStyle(DecimalStyle.of(locale))
        .format(date);
  }

  /**
   * A name, title or other text that was not written for this text, between marks that keep its
   * direction to itself; as it is where it runs the same way anyhow.
   */
  public String isolated(String text) {
    return text.isEmpty() || !needsIsolation(text)
        ? text
        : FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
  }

  private boolean needsIsolation(String text) {
    return rightToLeft || text.codePoints().anyMatch(Language::isRightToLeft);
  }

  private static boolean isRightToLeft(int point) {
    byte direction = Character.getDirectionality(point);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
        || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
  }

  private static Set<String> set(String... values) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(values)));
  }
}
