package org.postpurchase.recommend;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.postpurchase.shared.PostPurchaseException;

/** Reasons in words, for mails and pages; English where there are none of a language. */
public final class RecommendWords {
  private static final Properties ENGLISH = read("en");
  private static final Properties GERMAN = read("de");

  private RecommendWords() {}

  /** Why it is recommended. */
  public static String reason(Recommendation r, Locale locale) {
    return of("reason." + r.reason, locale).replace("{0}", r.because);
  }

  /** The merchant's terms in a word or two; empty for none. */
  public static String offer(Recommendation r, Locale locale) {
    return r.complement == null ? "" : of("offer." + r.complement.offer, locale);
  }

  public static String of(String name, Locale locale) {
    return ("de".equals(locale.getLanguage()) ? GERMAN : ENGLISH).getProperty(name, "");
  }

  private static Properties read(String language) {
    Properties words = new Properties();
    String file = "words_" + language + ".properties";
    try (InputStream in = RecommendWords.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException | NullPointerException e) {
      throw new PostPurchaseException("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
