package org.postpurchase.messaging;

import java.util.Optional;

/**
 * Asked once more right before a message leaves, since minutes or an outage may lie between the
 * decision and the hand-over.
 */
public interface MessageGate {
  /**
   * What speaks against sending it now, in words for a merchant; empty when nothing does. Runs in a
   * transaction of its own, in which it may record the reason.
   */
  Optional<String> objection(Message message);
}
