package org.postpurchase.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Asked once more right before messages leave, since minutes or an outage may lie between the
 * decision and the hand-over.
 */
public interface MessageGate {
  /**
   * What speaks against sending them now: for the ids of the messages concerned, in words for a
   * merchant. Joins the caller's transaction, in which it may record the reasons. The number of its
   * statements does not grow with the messages.
   *
   * @throws RuntimeException when one of them cannot be judged; each is then asked about alone
   */
  Map<Long, String> objections(List<Message> messages);

  /**
   * The same, with those that may leave later.
   *
   * @param later takes the id of a message that must wait, and until when
   */
  default Map<Long, String> objections(List<Message> messages, BiConsumer<Long, Instant> later) {
    return objections(messages);
  }
}
