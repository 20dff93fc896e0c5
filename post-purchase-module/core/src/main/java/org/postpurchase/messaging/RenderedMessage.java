package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

/** The finished texts of one message, and the template version they came from. */
public final class RenderedMessage {
  public final String subject;
  public final String html;
  public final String text;
  public final int templateVersion;

  public RenderedMessage(String subject, String html, String text, int templateVersion) {
    this.subject = requireNonNull(subject, "subject");
    this.html = requireNonNull(html, "html");
    this.text = requireNonNull(text, "text");
    this.templateVersion = templateVersion;
  }
}
