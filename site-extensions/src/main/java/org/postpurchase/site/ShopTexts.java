package org.postpurchase.site;

import java.util.Locale;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Phrase;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceAware;

/**
 * The plugin's words for shoppers, from the store's merged message bundles: a store changes any of
 * them by naming the key in a bundle of its own.
 */
public final class ShopTexts implements MessageSourceAware {
  private MessageSource messages;

  @Override
  public void setMessageSource(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * The text in that language, else in the bundle's own; the key itself if there is no such.
   *
   * @param values a merchant's name for something is put in by its part for the language ({@link
   *     LocalText})
   */
  public String get(String key, Locale locale, Object... values) {
    Object[] local = values.clone();
    for (int i = 0; i < local.length; i++) {
      local[i] = local[i] instanceof String ? LocalText.in((String) local[i], locale) : local[i];
    }
    return messages.getMessage(key, local, key, locale);
  }

  /** Whether any bundle has the text in that language, or the languages that stand for it. */
  public boolean has(String key, Locale locale) {
    return !messages.getMessage(key, null, "", locale).isEmpty();
  }

  /** A sentence of code: the text of the key where a bundle has one, else its own. */
  public String get(String key, Locale locale, Phrase phrase) {
    String words = get(key, locale, phrase.values());
    return words.equals(key) ? phrase.in(locale) : words;
  }

  /** Tag of the language that our texts come in when that one is asked for. */
  public String language(Locale locale) {
    return get("PostPurchase_Shop_Language", locale);
  }
}
