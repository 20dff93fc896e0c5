package org.postpurchase.messaging;

import java.time.Instant;

/** Told when a channel says that there is no such address, in the transaction that records it. */
public interface BouncedAddress {
  /**
   * @param reply what the server said, at most 1,000 characters
   */
  void bounced(Recipient recipient, String reply, Instant at);
}
