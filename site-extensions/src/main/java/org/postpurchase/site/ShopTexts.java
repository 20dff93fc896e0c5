package org.postpurchase.site;

import java.util.Locale;
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

  /** The text in that language, else in the bundle's own; the key itself if there is no such. */
  public String get(String key, Locale locale, Object... values) {
    return messages.getMessage(key, values, key, locale);
  }

  /** Tag of the language that our texts come in when that one is asked for. */
  public String language(Locale locale) {
    return get("PostPurchase_Shop_Language", locale);
  }
}
