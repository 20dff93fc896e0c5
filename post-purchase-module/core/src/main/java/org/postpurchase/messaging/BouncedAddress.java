package org.postpurchase.messaging;

import java.time.Instant;
import org.postpurchase.shared.EmailAddress;

/** Told when a server says that it knows no such address, in the transaction that records it. */
public interface BouncedAddress {
  /**
   * @param reply what the server said, at most 1,000 characters
   */
  void bounced(EmailAddress recipient, String reply, Instant at);
}
