package org.postpurchase.messaging;

import java.util.List;

/**
 * Changes the links of messages as they leave, so that it can be told that one was followed. What
 * is kept of a message is its text without such changes.
 */
public interface LinkMarks {
  /** Every message leaves as it was written. */
  LinkMarks NONE = messages -> Marking.NONE;

  /**
   * How these messages are changed. Joins the caller's transaction; the number of its statements
   * does not grow with the messages.
   */
  Marking of(List<Message> messages);

  /** For the messages that it was asked for. Safe for concurrent use. */
  interface Marking {
    Marking NONE = (message, texts) -> texts;

    /**
     * The texts as they leave. Called outside of transactions; when it throws, the message leaves
     * as it was written.
     */
    RenderedMessage marked(Message message, RenderedMessage texts);
  }
}
