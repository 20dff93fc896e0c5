package org.postpurchase.messaging;

import org.postpurchase.shared.Reasons;

/** A message that nothing speaks against, with all that it takes to render it. */
final class ReadyMessage {
  final Message message;
  final ComposeMessage.Prepared prepared;

  /** The address as its channel is given it. */
  final String recipient;

  private final LinkMarks.Marking marking;

  ReadyMessage(
      Message message,
      ComposeMessage.Prepared prepared,
      String recipient,
      LinkMarks.Marking marking) {
    this.message = message;
    this.prepared = prepared;
    this.recipient = recipient;
    this.marking = marking;
  }

  /** The same, marked as begun. */
  ReadyMessage begun(Message begun) {
    return new ReadyMessage(begun, prepared, recipient, marking);
  }

  /** The texts as they leave. */
  RenderedMessage leaving(RenderedMessage texts) {
    try {
      return marking.marked(message, texts);
    } catch (RuntimeException unmarked) {
      MessageSender.TROUBLE.warn(
          "links", "the links of a message were left as they are: " + Reasons.of(unmarked));
      return texts;
    }
  }
}
