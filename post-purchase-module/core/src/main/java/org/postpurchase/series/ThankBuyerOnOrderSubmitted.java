package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.messaging.Purpose;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;

/**
 * Queues the thank-you mail when an order is submitted, or stores why not.
 *
 * <p>Reads the order in the deciding transaction, so a cancelled order gets nothing. Only orders
 * placed after the merchant switched the message on are thanked: switching on never mails the past.
 * Handling the same event again changes nothing.
 */
public final class ThankBuyerOnOrderSubmitted implements EventHandler {
  public static final String TOUCH = "thank-you";

  private final OrderReader orders;
  private final TemplateReader templates;
  private final MessageStore messages;
  private final DecisionStore decisions;
  private final Clock clock;

  public ThankBuyerOnOrderSubmitted(
      OrderReader orders,
      TemplateReader templates,
      MessageStore messages,
      DecisionStore decisions,
      Clock clock) {
    this.orders = orders;
    this.templates = templates;
    this.messages = messages;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "thank-buyer";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return fact == OrderFact.SUBMITTED;
  }

  @Override
  public void handle(OrderEvent event) {
    Instant now = clock.instant();
    String key = TOUCH + "|" + event.key;
    if (decisions.ofOrder(event.orderId).stream().anyMatch(d -> d.key.equals(key))) {
      return; // the first verdict stands, also when the merchant has changed something since
    }
    OrderSnapshot order = orders.find(event.orderId).orElse(null);
    ReasonCode obstacle = obstacle(order, event);
    if (obstacle != null) {
      decisions.store(
          new TouchDecision(
              key, TOUCH, event.orderId, Verdict.SKIP, obstacle, now, OptionalLong.empty()));
      return;
    }
    NewMessage message =
        new NewMessage(
            key,
            TOUCH,
            Purpose.TRANSACTIONAL,
            order.orderId,
            TOUCH,
            order.locale.toLanguageTag(),
            EmailAddress.of(order.email));
    OptionalLong id = messages.queue(message, now);
    decisions.store(
        new TouchDecision(key, TOUCH, order.orderId, Verdict.SEND, ReasonCode.DUE, now, id));
  }

  /** What speaks against the mail, or null. */
  private ReasonCode obstacle(OrderSnapshot order, OrderEvent event) {
    if (order == null) {
      return ReasonCode.ORDER_GONE;
    }
    if (order.state != OrderState.SUBMITTED) {
      return ReasonCode.ORDER_NOT_SUBMITTED;
    }
    Optional<MessageTemplate> template = templates.findActive(TOUCH, order.locale);
    if (!template.isPresent()) {
      return ReasonCode.SWITCHED_OFF;
    }
    Instant since = template.get().activeSince;
    if (since == null || event.occurredAt.isBefore(since)) {
      return ReasonCode.BEFORE_ACTIVATION;
    }
    return isUsable(order.email) ? null : ReasonCode.NO_USABLE_ADDRESS;
  }

  private static boolean isUsable(String email) {
    try {
      EmailAddress.of(email);
      return true;
    } catch (InvalidEmailAddressException e) {
      return false;
    }
  }
}
