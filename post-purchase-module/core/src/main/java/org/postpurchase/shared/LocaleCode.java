package org.postpurchase.shared;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the codes of languages that hosts, browsers and people write: {@code de_AT}, {@code iw},
 * {@code zh_TW_#Hant}. One language has one form afterwards, whatever name it had in which decade.
 */
public final class LocaleCode {
  private static final Map<String, String> RENAMED = new HashMap<>();
  private static final Set<String> TRADITIONAL_CHINESE =
      Collections.unmodifiableSet(new HashSet<>(Arrays.asList("TW", "HK", "MO")));

  static {
    RENAMED.put("iw", "he");
    RENAMED.put("in", "id");
    RENAMED.put("ji", "yi");
    RENAMED.put("no", "nb");
    RENAMED.put("tl", "fil");
    RENAMED.put("mo", "ro");
    RENAMED.put("sh", "sr");
    RENAMED.put("prs", "fa");
    RENAMED.put("cmn", "zh");
    RENAMED.put("jw", "jv");
  }

  private LocaleCode() {}

  /** The locale behind a code; {@link Locale#ROOT} for one that names no language. */
  public static Locale parse(String code) {
    return code == null
        ? Locale.ROOT
        : plain(Locale.forLanguageTag(code.trim().replace("_#", "-").replace('_', '-')));
  }

  /** The same language, script and country, without calendars, digits and other extensions. */
  public static Locale plain(Locale locale) {
    try {
      return new Locale.Builder()
          .setLanguage(locale.getLanguage())
          .setScript(locale.getScript())
          .setRegion(locale.getCountry())
          .build();
    } catch (IllformedLocaleException made) { // by a constructor that checks nothing
      return Locale.forLanguageTag(locale.toLanguageTag().replaceAll("-[ux]-.*", ""));
    }
  }

  /** The language under its name of today, in small letters; empty for none. */
  static String language(Locale locale) {
    String tag = locale.toLanguageTag();
    int end = tag.indexOf('-');
    String language = end < 0 ? tag : tag.substring(0, end);
    return language.equals("und") ? "" : RENAMED.getOrDefault(language, language);
  }

  /** The script, where it is named or where the country tells it; otherwise empty. */
  static String script(Locale locale) {
    String language = language(locale);
    if (!locale.getScript().isEmpty()) {
      return locale.getScript();
    }
    if (language.equals("zh") || language.equals("yue")) {
      return TRADITIONAL_CHINESE.contains(locale.getCountry()) ? "Hant" : "Hans";
    }
    if (language.equals("sr")) {
      return locale.toLanguageTag().startsWith("sh") ? "Latn" : "Cyrl";
    }
    if (language.equals("pa") || language.equals("uz")) {
      return locale.getCountry().equals("PK") || locale.getCountry().equals("AF") ? "Arab" : "";
    }
    return "";
  }
}
