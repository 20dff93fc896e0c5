package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.postpurchase.shared.Purpose;

/** A rendered message ready for a channel. Immutable. */
public final class OutgoingMessage {
  public final String mimeMessageId;
  public final String recipient;
  public final RenderedMessage content;
  public final Purpose purpose;
  public final Instant date;

  /** Absolute address for List-Unsubscribe; empty for none. */
  public final String unsubscribeUrl;

  public OutgoingMessage(
      String mimeMessageId,
      String recipient,
      RenderedMessage content,
      Purpose purpose,
      Instant date,
      String unsubscribeUrl) {
    this.mimeMessageId = requireNonNull(mimeMessageId, "mimeMessageId");
    this.recipient = requireNonNull(recipient, "recipient");
    this.content = requireNonNull(content, "content");
    this.purpose = requireNonNull(purpose, "purpose");
    this.date = requireNonNull(date, "date");
    this.unsubscribeUrl = requireNonNull(unsubscribeUrl, "unsubscribeUrl");
  }
}
