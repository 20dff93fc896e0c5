package org.postpurchase.referral;

import java.text.Normalizer;
import java.util.Arrays;
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
    {"avenu", "ave"},
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

  /**
   * What marks are taken from is written without, and with a second letter where marks are missing.
   */
  private static final String[][] LETTERS = {
    {"ß", "ss"},
    {"æ", "a"},
    {"œ", "o"},
    {"ø", "o"},
    {"ı", "i"},
    {"ł", "l"},
    {"đ", "d"},
    {"ae", "a"},
    {"oe", "o"},
    {"ue", "u"}
  };

  private HomeForm() {}

  /** Empty when street or postcode are missing. */
  static String of(String street, String postcode, String country) {
    String code = plain(postcode).replace(" ", "");
    String[] parts = plain(street).split(" ");
    Arrays.setAll(parts, i -> shortened(parts[i]));
    Arrays.sort(parts);
    String line = String.join("", parts);
    return line.isEmpty() || code.isEmpty() ? "" : line + "|" + code + '|' + plain(country);
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
    String lower = (text == null ? "" : text).toLowerCase(Locale.ROOT);
    String bare = Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    for (String[] pair : LETTERS) {
      bare = bare.replace(pair[0], pair[1]);
    }
    String spelled = bare.replaceAll("(?<=[a-z])(?=\\d)|(?<=\\d)(?=[a-z])", " ");
    return spelled.replaceAll("[^\\p{L}\\p{N}]+", " ").trim();
  }
}
