package org.postpurchase.broadleaf.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Picks the best of several localised rows: exact locale, then the same language, then the shop's
 * own locale and language.
 */
final class LocaleChoice {
  private LocaleChoice() {}

  static <T> Optional<T> of(
      List<T> rows, Function<T, String> localeCode, Locale wanted, Locale shop) {
    List<String> preferred =
        Arrays.asList(
            wanted.toLanguageTag(), wanted.getLanguage(), shop.toLanguageTag(), shop.getLanguage());
    for (String tag : preferred) {
      for (T row : rows) {
        if (tag(localeCode.apply(row)).equalsIgnoreCase(tag)) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  private static String tag(String code) {
    return code == null ? "" : code.trim().replace('_', '-');
  }
}
