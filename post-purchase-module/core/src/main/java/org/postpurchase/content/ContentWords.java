package org.postpurchase.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.postpurchase.shared.PostPurchaseException;

/**
 * The few words around the library's texts in mails; English where there are none of a language.
 */
final class ContentWords {
  private static final Properties ENGLISH = read("en");
  private static final Properties GERMAN = read("de");

  private ContentWords() {}

  static String of(String name, Locale locale) {
    Properties words = "de".equals(locale.getLanguage()) ? GERMAN : ENGLISH;
    return words.getProperty(name);
  }

  private static Properties read(String language) {
    Properties words = new Properties();
    String file = "words_" + language + ".properties";
    try (InputStream in = ContentWords.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException | NullPointerException e) {
      throw new PostPurchaseException("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
