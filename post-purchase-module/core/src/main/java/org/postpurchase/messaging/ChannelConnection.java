package org.postpurchase.messaging;

/** Used by one thread at a time, outside transactions; kept for all batches of one run. */
public interface ChannelConnection extends AutoCloseable {
  /**
   * Hands one message over and tells what became of it and whose fault that was; never throws for
   * failures of the other side. A setting that is wrong may be thrown as a {@link
   * org.postpurchase.shared.PostPurchaseException}: the channel then rests until it is right.
   */
  SendOutcome send(OutgoingMessage message);

  /** Gives back what it holds. May be called more than once. */
  @Override
  void close();
}
