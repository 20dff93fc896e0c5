package org.postpurchase.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Decides whether what somebody typed as a first name can stand in a greeting.
 *
 * <p>The shop signs the mail, but anybody may order in anybody's name: an advertisement or an
 * address typed as a first name must not go out under the shop's. What does not look like a name is
 * left out as a whole; the texts then greet without a name.
 */
public final class GreetingName {
  private static final int CHARACTERS_MAX = 40;
  private static final int WORDS_MAX = 4;

  private static final Pattern NAME =
      Pattern.compile(
          "[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nl}0-9 .,'’‘ʼ`´·&()\\-‐‑–\\u200C\\u200D]*",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MANY_DIGITS = Pattern.compile("(?:[0-9].*){3}");

  /** A dot, whatever it looks like, in front of what may be the end of a domain. */
  private static final Pattern DOMAIN =
      Pattern.compile(
          "[\\p{L}\\p{N}]\\.[\\p{L}\\p{N}]{2,}"
              + "|[.]\\s*(?:com|net|org|info|biz|app|shop|site|store|online|link|click|xyz|top|io|de)\\b"
              + "|\\b(?:dot|punkt|punto|point)\\s+(?:com|net|org|info|de|shop|xyz)\\b"
              + "|\\b(?:www|https?|ftp|hxxp)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private GreetingName() {}

  /** The name in one line, or empty when there is none that can be used. */
  public static String of(String typed) {
    String name = ShownText.line(typed, Integer.MAX_VALUE);
    String read = Normalizer.normalize(name, Normalizer.Form.NFKC).replace('\u3002', '.');
    boolean usable =
        name.codePointCount(0, name.length()) <= CHARACTERS_MAX
            && read.split(" ", -1).length <= WORDS_MAX
            && NAME.matcher(read).matches()
            && !MANY_DIGITS.matcher(read).find()
            && !DOMAIN.matcher(read).find();
    return usable ? name : "";
  }
}
