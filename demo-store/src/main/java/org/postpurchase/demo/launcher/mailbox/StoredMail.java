package org.postpurchase.demo.launcher.mailbox;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One received mail, taken apart. Missing parts are empty texts, never null. */
public final class StoredMail {
  private final long id;
  private final List<String> to;
  private final String from;
  private final String subject;
  private final String html;
  private final String text;
  private final Map<String, String> headers;
  private final Instant receivedAt;

  StoredMail(long id, Instant receivedAt, List<String> to, MimeContent content) {
    this.id = id;
    this.receivedAt = receivedAt;
    this.to = Collections.unmodifiableList(to);
    this.from = content.from;
    this.subject = content.subject;
    this.html = content.html;
    this.text = content.text;
    this.headers = Collections.unmodifiableMap(content.headers);
  }

  /** The mailbox's own number, growing with arrival. */
  public long getId() {
    return id;
  }

  /** Addresses the mail was delivered to (from the envelope). */
  public List<String> getTo() {
    return to;
  }

  /** The From header, decoded. */
  public String getFrom() {
    return from;
  }

  /** The Subject header, decoded. */
  public String getSubject() {
    return subject;
  }

  /** The HTML alternative. */
  public String getHtml() {
    return html;
  }

  /** The plain text alternative. */
  public String getText() {
    return text;
  }

  /**
   * Headers by name in order of appearance; a repeated header's values are joined by line breaks.
   */
  public Map<String, String> getHeaders() {
    return headers;
  }

  /** When it arrived, in the shop's time. */
  public Instant getReceivedAt() {
    return receivedAt;
  }
}
