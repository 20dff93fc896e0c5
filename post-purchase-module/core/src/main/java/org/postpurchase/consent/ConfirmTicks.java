package org.postpurchase.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whether a tick counts only once its mailbox has confirmed it, and how it is asked. */
public interface ConfirmTicks {
  /** Ticks count at once. */
  ConfirmTicks NONE =
      new ConfirmTicks() {
        @Override
        public boolean isRequired() {
          return false;
        }

        @Override
        public void ask(List<CheckoutAnswer> ticks, Map<Long, String> contacts, Instant now) {
          // nobody is asked
        }
      };

  /** One statement; joins the caller's transaction. */
  boolean isRequired();

  /**
   * Asks mailboxes whether they meant it, each at most once in thirty days. Joins the caller's
   * transaction; repeating it asks nobody again.
   *
   * @param contacts the buyer's mailbox, by order id
   */
  void ask(List<CheckoutAnswer> ticks, Map<Long, String> contacts, Instant now);
}
