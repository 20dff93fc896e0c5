package org.postpurchase.confirmation;

import java.util.Locale;
import java.util.Optional;

/**
 * Reads the merchant's prompts: exact locale first, then its language, then the shop's default
 * locale.
 */
public interface PromptReader {
  /** Empty when the prompt is switched off in all of them. */
  Optional<ConfirmationPrompt> findActive(Locale locale);

  /** The same whether it is switched on or not: its dates are used in mails too. */
  Optional<ConfirmationPrompt> find(Locale locale);
}
