package org.postpurchase.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.postpurchase.shared.PostPurchaseException;

/**
 * What a handler would decide now rests on a state that will change: it wants to be asked again at
 * a later moment. No failure and no attempt; nothing that the handler did is kept. A handler says
 * so for a limited time only and decides in the end.
 */
public final class AskAgainException extends PostPurchaseException {
  public final Instant at;

  /**
   * @param why what it waits for, in words for a merchant
   */
  public AskAgainException(String why, Instant at) {
    super(why);
    this.at = requireNonNull(at, "at");
  }
}
