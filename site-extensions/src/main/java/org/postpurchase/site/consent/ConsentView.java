package org.postpurchase.site.consent;

import static java.util.Objects.requireNonNull;

/** What the template shows: a text and a box that is ticked only if this buyer ticked it before. */
public final class ConsentView {
  public final String text;

  /** Locale of the page, which comes back with the answer. */
  public final String localeTag;

  /** Language that the text is in. */
  public final String language;

  public final boolean ticked;
  private String segment = "";
  private String smsText;
  private boolean smsTicked;
  private boolean objection;

  ConsentView(String text, String localeTag, String language, boolean ticked) {
    this.text = requireNonNull(text, "text");
    this.localeTag = requireNonNull(localeTag, "localeTag");
    this.language = requireNonNull(language, "language");
    this.ticked = ticked;
  }

  ConsentView objection() {
    objection = true;
    return this;
  }

  /** Whether the box is one to object with. */
  public boolean isObjection() {
    return objection;
  }

  ConsentView ofSegment(String key) {
    segment = key;
    return this;
  }

  /** Whose words the text is in; empty for the usual ones. */
  public String getSegment() {
    return segment;
  }

  ConsentView sms(String newText, boolean newTicked) {
    smsText = newText;
    smsTicked = newTicked;
    return this;
  }

  /** The question for text messages; null when it is not asked. */
  public String getSmsText() {
    return smsText;
  }

  public boolean isSmsTicked() {
    return smsTicked;
  }
}
