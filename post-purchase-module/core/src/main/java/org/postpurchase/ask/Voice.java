package org.postpurchase.ask;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** What a customer said, for a mail to others. Immutable. */
public final class Voice {
  public final String text;

  /** Empty for somebody who gave no name. */
  public final String author;

  public final int stars;

  /** Whether something was promised for the review, which the mail has to say. */
  public final boolean incentivised;

  /** Of the text. */
  public final Locale locale;

  public Voice(String text, String author, int stars, boolean incentivised, Locale locale) {
    this.text = requireNonNull(text, "text");
    this.author = requireNonNull(author, "author");
    this.stars = stars;
    this.incentivised = incentivised;
    this.locale = requireNonNull(locale, "locale");
  }
}
