package org.postpurchase.shared;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Picks the best of several localised things for a reader: the same language and country, the
 * language alone, the language of another country, the language in another script; only then the
 * shop's own language in the same order.
 *
 * <p>Old and new names of a language are one (he and iw, nb and no), and countries tell the script
 * where they do (Taiwan reads traditional Chinese).
 */
public final class LocaleChoice {
  private static final int SAME = 100;
  private static final int LANGUAGE_ALONE = 80;
  private static final int OTHER_COUNTRY = 60;
  private static final int CLOSER_COUNTRY = 5;
  private static final int OTHER_SCRIPT = 20;
  private static final int NEIGHBOUR = 10;

  private static final Set<String> NORWEGIAN =
      Collections.unmodifiableSet(new HashSet<>(Arrays.asList("nb", "nn")));
  private static final Set<String> AMERICAN_ENGLISH =
      Collections.unmodifiableSet(new HashSet<>(Arrays.asList("", "US", "PH", "PR", "GU")));
  private static final Set<String> INTERNATIONAL_ENGLISH =
      Collections.unmodifiableSet(new HashSet<>(Arrays.asList("001", "150", "GB")));
  private static final Set<String> LATIN_AMERICA =
      Collections.unmodifiableSet(new HashSet<>(Arrays.asList("419", "MX", "US")));

  private LocaleChoice() {}

  /** Empty when there is none in the reader's or the shop's language; of equals the first. */
  public static <T> Optional<T> of(
      List<T> choices, Function<T, String> localeCode, Locale wanted, Locale shop) {
    Optional<T> own = best(choices, localeCode, wanted);
    return own.isPresent() ? own : best(choices, localeCode, shop);
  }

  private static <T> Optional<T> best(
      List<T> choices, Function<T, String> localeCode, Locale wanted) {
    T best = null;
    int bestScore = 0;
    for (T choice : choices) {
      int score = score(LocaleCode.parse(localeCode.apply(choice)), LocaleCode.plain(wanted));
      if (score > bestScore) {
        best = choice;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int score(Locale offered, Locale wanted) {
    String language = LocaleCode.language(offered);
    String asked = LocaleCode.language(wanted);
    if (language.isEmpty() || !language.equals(asked)) {
      return NORWEGIAN.contains(language) && NORWEGIAN.contains(asked) ? NEIGHBOUR : 0;
    }
    if (!sameScript(LocaleCode.script(offered), LocaleCode.script(wanted))) {
      return OTHER_SCRIPT;
    }
    if (offered.getCountry().equals(wanted.getCountry())) {
      return SAME;
    }
    if (offered.getCountry().isEmpty()) {
      return LANGUAGE_ALONE;
    }
    boolean close = isCloser(language, offered.getCountry(), wanted.getCountry());
    return OTHER_COUNTRY + (close ? CLOSER_COUNTRY : 0);
  }

  /** A script that is not named is the usual one, whichever that is. */
  private static boolean sameScript(String one, String other) {
    return one.equals(other) || one.isEmpty() || other.isEmpty();
  }

  /** Whether readers of that country are nearer to this form than to another country's. */
  private static boolean isCloser(String language, String offered, String wanted) {
    switch (language) {
      case "en":
        return AMERICAN_ENGLISH.contains(wanted)
            ? offered.equals("US")
            : INTERNATIONAL_ENGLISH.contains(offered);
      case "es":
        return wanted.isEmpty() ? offered.equals("ES") : LATIN_AMERICA.contains(offered);
      case "pt":
        return offered.equals(wanted.isEmpty() ? "BR" : "PT");
      case "zh":
        return offered.equals("TW") || offered.equals("CN");
      default:
        return offered.equalsIgnoreCase(language);
    }
  }
}
