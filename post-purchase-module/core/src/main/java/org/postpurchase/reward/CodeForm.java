package org.postpurchase.reward;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The one form of a code, however somebody typed or pasted it: small letters, full-width letters,
 * blanks, no-break spaces, invisible signs and any kind of dash, or none, make no difference.
 *
 * <p>Codes of ours have none of I, L, O, U, 0 and 1, so that nobody has to tell them apart.
 */
public final class CodeForm {
  public static final String SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
  static final int GROUPS = 3;
  static final int GROUP = 5;

  private CodeForm() {}

  /** As codes of ours are stored and compared; others in capitals, without blanks around them. */
  public static String of(String typed) {
    String signs = bare(typed);
    boolean isOurs =
        signs.length() == GROUPS * GROUP
            && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
    return isOurs ? grouped(signs) : stripped(typed).toUpperCase(Locale.ROOT);
  }

  /**
   * What to look a code up as, one after the other, since a store writes its own codes as it likes:
   * as typed, as codes of ours are, in capitals, and in capitals without blanks and dashes.
   */
  public static Collection<String> candidates(String typed) {
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add(stripped(typed));
    candidates.add(of(typed));
    candidates.add(bare(typed));
    candidates.remove("");
    return candidates;
  }

  private static String grouped(String signs) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < signs.length(); i++) {
      code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(signs.charAt(i));
    }
    return code.toString();
  }

  private static String stripped(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
    return text.replaceAll("^[\\p{Z}\\p{Cc}]+|[\\p{Z}\\p{Cc}]+$", "");
  }

  /** The signs alone, in capitals. */
  public static String bare(String typed) {
    return stripped(typed)
        .replaceAll("[\\p{Z}\\p{Cc}\\p{Pd}\\u2212_.]", "")
        .toUpperCase(Locale.ROOT);
  }
}
