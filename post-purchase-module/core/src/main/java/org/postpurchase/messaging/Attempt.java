package org.postpurchase.messaging;

/** What became of one begun message. */
final class Attempt {
  final Message message;

  /** Null when the message was not even put together. */
  final RenderedMessage rendered;

  final SendOutcome outcome;

  /** Whether the channel was at rest and this was to find out whether it works again. */
  final boolean probing;

  /** Another connection met the trouble before it and has put the channel to rest. */
  final boolean atRestAlready;

  Attempt(
      Message message,
      RenderedMessage rendered,
      SendOutcome outcome,
      boolean probing,
      boolean atRestAlready) {
    this.message = message;
    this.rendered = rendered;
    this.outcome = outcome;
    this.probing = probing;
    this.atRestAlready = atRestAlready;
  }

  static Attempt unrendered(Message message, SendOutcome outcome) {
    return new Attempt(message, null, outcome, false, false);
  }

  /** The usual end, which needs nothing but its row. */
  boolean isPlainlySent() {
    return outcome.kind == SendOutcome.Kind.ACCEPTED && !probing;
  }
}
