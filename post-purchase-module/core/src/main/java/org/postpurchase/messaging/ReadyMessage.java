package org.postpurchase.messaging;

/** A message that nothing speaks against, with all that it takes to render it. */
final class ReadyMessage {
  final Message message;
  final ComposeMessage.Prepared prepared;

  /** The address as its channel is given it. */
  final String recipient;

  ReadyMessage(Message message, ComposeMessage.Prepared prepared, String recipient) {
    this.message = message;
    this.prepared = prepared;
    this.recipient = recipient;
  }

  /** The same, marked as begun. */
  ReadyMessage begun(Message begun) {
    return new ReadyMessage(begun, prepared, recipient);
  }
}
