package org.postpurchase.outbox;

import org.postpurchase.shared.PostPurchaseException;

/**
 * The database has undone the whole of the host's transaction while an event was being recorded in
 * it, as MySQL does with the victim of a deadlock.
 *
 * <p>The one failure that must reach the host: what it wrote before is gone, and going on would
 * commit the rest without it.
 */
public final class HostTransactionLostException extends PostPurchaseException {
  public HostTransactionLostException(Throwable cause) {
    super(
        "The database has rolled back the shop's own transaction; it has to fail, and can be tried again.",
        cause);
  }
}
