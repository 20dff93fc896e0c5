package org.postpurchase.messaging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the merchant's templates. */
public interface TemplateReader {
  /**
   * The active template for the locale: exact match first, then its language, then the shop's
   * default locale. Empty when the merchant has not switched the message on in any of them.
   */
  Optional<MessageTemplate> findActive(String key, Locale locale);

  /** All templates of that key which are switched on, one for each language. */
  List<MessageTemplate> active(String key);
}
