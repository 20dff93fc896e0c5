package org.postpurchase.sms;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody means by a text message to the shop, in English and German. A short message with a
 * word of refusal in it is one ("please stop", "bitte keine SMS mehr"); whatever else is not one of
 * the known words is for a person to read.
 */
public enum SmsWord {
  STOP,
  YES,
  HELP,
  /** Somebody has to read it. */
  OTHER;

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** A word of which each letter stands alone, such as "S T O P". */
  private static final Pattern SPELT = Pattern.compile("\\p{L}( \\p{L}){2,}");

  private static final Pattern APOSTROPHES = Pattern.compile("['\u2019`\u00b4]");

  /** Words that end it wherever they stand in a short message. */
  private static final Set<String> REFUSALS =
      words(
          "stop stopp stopall unsubscribe revoke optout remove abmelden abmeldung abbestellen"
              + " widerruf widerrufe widerrufen austragen kuendigen k\u00fcndigen aufh\u00f6ren"
              + " aufhoeren l\u00f6schen");

  /** Words that end it when they are the whole message. */
  private static final Set<String> ALONE =
      words("end quit cancel no nein ende arret arr\u00eat stopped halt raus stornieren");

  private static final List<String> PHRASES =
      Arrays.asList(
          "opt out",
          "no more",
          "leave me alone",
          "do not text",
          "dont text",
          "do not contact",
          "dont contact",
          "wrong number",
          "falsche nummer",
          "keine sms",
          "keine werbung",
          "keine nachrichten",
          "nicht mehr",
          "lasst mich in ruhe",
          "melden sie mich ab",
          "meldet mich ab");

  private static final Set<String> AGREEING =
      words("yes ja y j start unstop yep yeah jawohl ok okay");
  private static final Set<String> ASKING = words("help hilfe info infos");
  private static final Set<String> NEGATIONS = words("dont never nicht niemals");
  private static final int SHORT = 8;

  public static SmsWord of(String text) {
    String plain = plain(text);
    List<String> all = Arrays.asList(plain.split(" "));
    if (all.size() == 1) {
      String word = all.get(0);
      if (AGREEING.contains(word)) {
        return YES;
      }
      if (ASKING.contains(word)) {
        return HELP;
      }
      return REFUSALS.contains(word) || ALONE.contains(word) ? STOP : OTHER;
    }
    if (all.size() > SHORT) {
      return OTHER;
    }
    boolean negated = all.stream().anyMatch(NEGATIONS::contains);
    boolean refuses = !negated && all.stream().anyMatch(REFUSALS::contains);
    String spaced = " " + plain + " ";
    return refuses || PHRASES.stream().anyMatch(phrase -> spaced.contains(" " + phrase + " "))
        ? STOP
        : agrees(all) ? YES : OTHER;
  }

  /** Words in small letters with one blank between; however the letters are written. */
  private static String plain(String text) {
    String letters = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String words =
        NOT_LETTERS.matcher(APOSTROPHES.matcher(letters).replaceAll("")).replaceAll(" ").trim();
    return SPELT.matcher(words).matches() ? words.replace(" ", "") : words;
  }

  /** Such as "Yes please" and "Ja, bitte". */
  private static boolean agrees(List<String> all) {
    return all.size() == 2
        && AGREEING.contains(all.get(0))
        && words("please bitte gern gerne thanks danke").contains(all.get(1));
  }

  private static Set<String> words(String all) {
    return new HashSet<>(Arrays.asList(all.split(" ")));
  }
}
