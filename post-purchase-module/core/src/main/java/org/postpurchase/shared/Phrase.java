package org.postpurchase.shared;

import static java.util.Objects.requireNonNull;

import java.text.MessageFormat;
import java.util.Locale;

/**
 * A sentence of code that no bundle of ours knows, with the values that belong into it: {@code {0}
 * points for each item | de: {0} Punkte je Artikel}. Languages are told apart as by {@link
 * LocalText}, places are filled as by {@link MessageFormat}: numbers in the manner of the language.
 * Immutable.
 */
public final class Phrase {
  private final String text;
  private final Object[] values;

  private Phrase(String text, Object[] values) {
    this.text = requireNonNull(text, "text");
    this.values = values.clone();
  }

  public static Phrase of(String text, Object... values) {
    return new Phrase(text, values);
  }

  /** For a message bundle that goes before the text. */
  public Object[] values() {
    return values.clone();
  }

  public String in(Locale locale) {
    return new MessageFormat(LocalText.in(text, locale), locale).format(values);
  }

  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
