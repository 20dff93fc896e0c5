package org.postpurchase.messaging;

import java.util.List;
import java.util.Map;

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
}
