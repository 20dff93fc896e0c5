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

  /** What a message is called: its step's words, else those of its touch, else the bare name. */
  public String touch(String touch, String stepKey, Locale locale) {
    String name = stepKey.isEmpty() ? touch : stepKey;
    return of("PostPurchase_Touch_" + name, name, locale);
  }
}
