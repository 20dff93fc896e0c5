package org.postpurchase.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The domain of an address as the domain name system knows it: every label in lower-case ASCII.
 *
 * <p>The mapping is that of UTS 46 without its transitional part, as browsers and registries do it
 * today: letters of any case and width and composed or not are the same label, but ß and ss are
 * two, and so are ς and σ, because they can be registered by two people. A capital Σ means σ, a
 * capital ẞ means ß. Joiners count inside the scripts that spell with them and nowhere else. A
 * label that is in ASCII already (xn--…) is taken as it is.
 */
final class DomainName {
  private static final int MAX_LABEL = 63;
  private static final Pattern DOTS = Pattern.compile("\\.");
  private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

  private DomainName() {}

  /**
   * @param domain without invisible characters and with plain dots
   * @return null when no such domain can exist
   */
  static String asciiOrNull(String domain) {
    StringBuilder out = new StringBuilder();
    for (String label : DOTS.split(mapped(domain), -1)) {
      String ascii = asciiLabel(label);
      if (ascii == null) {
        return null;
      }
      out.append(out.length() == 0 ? "" : ".").append(ascii);
    }
    return out.toString();
  }

  private static String asciiLabel(String label) {
    boolean plain = label.chars().allMatch(c -> c < 128);
    String ascii = plain || !canBeEncoded(label) ? label : "xn--" + Punycode.encode(label);
    return ascii.length() <= MAX_LABEL && HOST_LABEL.matcher(ascii).matches() ? ascii : null;
  }

  /** Signs that ASCII does not allow in a host's name are not allowed beside other letters. */
  private static boolean canBeEncoded(String label) {
    int first = label.codePointAt(0);
    return label.length() <= MAX_LABEL
        && !label.startsWith("-")
        && !label.endsWith("-")
        && !label.startsWith("xn--")
        && !isMark(first)
        && label.codePoints().allMatch(DomainName::isAllowed);
  }

  private static boolean isAllowed(int point) {
    if (point < 128) {
      return point == '-' || Character.isLetterOrDigit(point);
    }
    switch (Character.getType(point)) {
      case Character.UNASSIGNED:
      case Character.CONTROL:
      case Character.PRIVATE_USE:
      case Character.SURROGATE:
      case Character.SPACE_SEPARATOR:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return false;
      case Character.FORMAT:
        return InvisibleCharacters.isJoiner(point);
      default:
        return true;
    }
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Lower case and composed, with nothing else mapped: for text that is no address. */
  static String lowered(String text) {
    return lowered(text, Normalizer.Form.NFC);
  }

  /** Lower case, composed, without differences of width; what is not a letter stays. */
  private static String mapped(String text) {
    return lowered(text, Normalizer.Form.NFKC);
  }

  private static String lowered(String text, Normalizer.Form form) {
    String composed = Normalizer.normalize(text, form);
    StringBuilder lower = new StringBuilder(composed.length());
    composed.codePoints().forEach(point -> lower.append(lowerCase(point)));
    return Normalizer.normalize(lower, form);
  }

  /**
   * One code point at a time: {@link String#toLowerCase} would write the last Σ of a word as ς. A
   * dotted capital İ keeps its dot, so that it never becomes an i; Cherokee folds upwards.
   */
  private static String lowerCase(int point) {
    if (point == '\u0130') {
      return "i\u0307";
    }
    String letter = new String(Character.toChars(point));
    switch (Character.UnicodeScript.of(point)) {
      case CHEROKEE:
        return letter.toUpperCase(Locale.ROOT);
      case GREEK:
        return withIotaBeside(point, letter);
      default:
        return new String(Character.toChars(Character.toLowerCase(point)));
    }
  }

  /** A Greek letter with iota below is folded to the letter and an iota: ᾳ is αι. */
  private static String withIotaBeside(int point, String letter) {
    String upper = letter.toUpperCase(Locale.ROOT);
    String source = point != 'ς' && upper.length() > letter.length() ? upper : letter;
    StringBuilder lower = new StringBuilder();
    source.codePoints().forEach(each -> lower.appendCodePoint(Character.toLowerCase(each)));
    return lower.toString();
  }
}
