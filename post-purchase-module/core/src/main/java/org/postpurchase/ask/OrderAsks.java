package org.postpurchase.ask;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.order.OrderSnapshot;

/**
 * What a step of a series may ask a buyer about an order. Asked when the step is due and once more
 * when its message is about to leave.
 */
public interface OrderAsks {
  /** A shop that asks for nothing: nothing speaks against a step, and there is no form. */
  OrderAsks NONE =
      new OrderAsks() {
        @Override
        public Optional<AskObjection> objection(
            OrderSnapshot order, String contact, String stepKey, Instant now) {
          return Optional.empty();
        }

        @Override
        public boolean isMarketing(OrderSnapshot order) {
          return false;
        }

        @Override
        public void record(OrderSnapshot order, String contact, String stepKey, Instant now) {}

        @Override
        public ShownAsk shown(
            OrderSnapshot order, String contact, String stepKey, Locale locale, Instant now) {
          return ShownAsk.NONE;
        }
      };

  /** The first thing that speaks against asking, or empty. Reads only. */
  Optional<AskObjection> objection(
      OrderSnapshot order, String contact, String stepKey, Instant now);

  /** Whether the law of the buyer's country takes it for advertising, whatever the step says. */
  boolean isMarketing(OrderSnapshot order);

  /**
   * Notes that the message is decided on, and again that it is about to leave: the last moment
   * counts.
   */
  void record(OrderSnapshot order, String contact, String stepKey, Instant now);

  /** The message does not leave after all: what was noted of it does not count. */
  default void takeBack(OrderSnapshot order, String contact, String stepKey) {}

  /**
   * What the message may show now.
   *
   * @param stepKey empty for a message that is not about asking but may lead to the form
   */
  ShownAsk shown(OrderSnapshot order, String contact, String stepKey, Locale locale, Instant now);

  /**
   * The same questions about these orders, with what they need read for all of them at once. For
   * one thread and one transaction. What it {@linkplain #record notes} counts for its own later
   * answers and is kept by {@link #write}.
   */
  default OrderAsks knowing(Collection<OrderSnapshot> orders, Instant now) {
    return this;
  }

  /** Keeps what was noted since the last time; nothing to do where notes are kept at once. */
  default void write() {}
}
