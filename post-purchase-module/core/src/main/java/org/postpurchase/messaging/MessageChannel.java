package org.postpurchase.messaging;

/**
 * A way out of the shop, such as a mail server. Called by one thread at a time and outside
 * transactions.
 */
public interface MessageChannel extends AutoCloseable {
  /**
   * Hands one mail over and tells what became of it; never throws for failures of the other side.
   */
  SendOutcome send(OutgoingMail mail);

  /** Drops idle connections; called when a batch is done. */
  @Override
  void close();
}
