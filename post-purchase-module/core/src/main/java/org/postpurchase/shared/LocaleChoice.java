package org.postpurchase.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Picks the best of several localised things: exact locale, then the same language, then the shop's
 * own locale and language.
 */
public final class LocaleChoice {
  private LocaleChoice() {}

  /** Empty when there is none in any of these languages. */
  public static <T> Optional<T> of(
      List<T> choices, Function<T, String> localeCode, Locale wanted, Locale shop) {
    List<String> preferred =
        Arrays.asList(
            wanted.toLanguageTag(), wanted.getLanguage(), shop.toLanguageTag(), shop.getLanguage());
    for (String tag : preferred) {
      for (T choice : choices) {
        if (tag(localeCode.apply(choice)).equalsIgnoreCase(tag)) {
          return Optional.of(choice);
        }
      }
    }
    return Optional.empty();
  }

  private static String tag(String code) {
    return code == null ? "" : code.trim().replace('_', '-');
  }
}
