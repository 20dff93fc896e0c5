package org.postpurchase.referral;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The one form of a postal address, however somebody writes it: case, accents, signs, the order of
 * street and number and the usual short forms make no difference.
 */
final class HomeForm {
  private static final String[][] WORDS = {
    {"strasse", "str"},
    {"street", "st"},
    {"road", "rd"},
    {"avenue", "ave"},
    {"lane", "ln"},
    {"drive", "dr"},
    {"square", "sq"},
    {"court", "ct"},
    {"place", "pl"},
    {"platz", "pl"},
    {"apartment", "apt"},
    {"flat", "apt"},
    {"wohnung", "apt"},
    {"whg", "apt"},
    {"north", "n"},
    {"south", "s"},
    {"east", "e"},
    {"west", "w"}
  };

  private HomeForm() {}

  /** Empty when street or postcode are missing. */
  static String of(String street, String postcode, String country) {
    String code = plain(postcode).replace(" ", "");
    String[] parts = plain(street).split(" ");
    java.util.Arrays.sort(parts);
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      line.append(shortened(part));
    }
    return line.length() == 0 || code.isEmpty() ? "" : line + "|" + code + '|' + plain(country);
  }

  static String name(String lastName) {
    return plain(lastName).replace(" ", "");
  }

  private static String shortened(String word) {
    for (String[] pair : WORDS) {
      if (word.endsWith(pair[0])) {
        return word.substring(0, word.length() - pair[0].length()) + pair[1];
      }
    }
    return word;
  }

  private static String plain(String text) {
    String lower =
        (text == null ? "" : text).toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ø", "o");
    String bare = Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    String spelled = bare.replaceAll("(?<=[a-z])(?=\\d)|(?<=\\d)(?=[a-z])", " ");
    return spelled.replaceAll("[^\\p{L}\\p{N}]+", " ").trim();
  }
}
