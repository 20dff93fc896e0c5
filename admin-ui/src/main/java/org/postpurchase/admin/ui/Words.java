package org.postpurchase.admin.ui;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The admin's message bundles, for keys that come from stored values and may have no words yet. */
public final class Words {
  private final MessageSource messages;

  public Words(MessageSource messages) {
    this.messages = messages;
  }

  /** The text of the key, or {@code otherwise} where there is none. */
  public String of(String key, String otherwise, Locale locale) {
    return messages.getMessage(key, null, otherwise, locale);
  }

  /** The text of a key that has words, with its places filled. */
  public String filled(String key, Locale locale, Object... values) {
    return messages.getMessage(key, values, key, locale);
  }

  /** What a message is called: its step's words, else those of its touch, else a readable key. */
  public String touch(String touch, String stepKey, Locale locale) {
    String name = stepKey.isEmpty() ? touch : stepKey;
    return of("PostPurchase_Touch_" + name, readable(name.replaceAll("--[a-z0-9]+$", "")), locale);
  }

  /** What a template is called. */
  public String template(String key, Locale locale) {
    return of("PostPurchase_Choice_template_" + key, readable(key), locale);
  }

  /** A key as a person reads it: {@code reward-code} becomes {@code Reward code}. */
  public static String readable(String key) {
    String text = key.replaceAll("[-_]+", " ").trim();
    return text.isEmpty() ? key : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
