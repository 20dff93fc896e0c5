package org.postpurchase.admin.message;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.shared.Shop;

/** Reads what the message pages show. Changes nothing. */
public final class MessageFacts {
  private final MessageStore messages;
  private final DecisionStore decisions;
  private final OrderReader orders;
  private final OrderLinks links;
  private final Shop shop;

  public MessageFacts(
      MessageStore messages,
      DecisionStore decisions,
      OrderReader orders,
      OrderLinks links,
      Shop shop) {
    this.messages = messages;
    this.decisions = decisions;
    this.orders = orders;
    this.links = links;
    this.shop = shop;
  }

  String zone() {
    return shop.zone.getId();
  }

  /** All states when {@code state} is null. */
  int count(MessageState state) {
    return messages.count(state);
  }

  List<MessageRow> list(MessageState state, int limit, int offset, Locale locale) {
    return rows(messages.list(state, limit, offset), locale);
  }

  Optional<MessageRow> find(long id, Locale locale) {
    return messages
        .find(id)
        .map(message -> rows(Collections.singletonList(message), locale).get(0));
  }

  Optional<RenderedMessage> rendered(long id) {
    return messages.findRendered(id);
  }

  Optional<OrderSnapshot> order(String number) {
    return orders.idOfNumber(number).flatMap(orders::find);
  }

  List<DecisionRow> decisions(long orderId, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    return decisions.ofOrder(orderId).stream()
        .map(decision -> new DecisionRow(decision, moments))
        .collect(Collectors.toList());
  }

  /** The messages that the order's decisions led to. */
  List<MessageRow> ofOrder(List<DecisionRow> decided, Locale locale) {
    return decided.stream()
        .map(DecisionRow::getMessageId)
        .filter(Objects::nonNull)
        .map(id -> find(id, locale))
        .filter(Optional::isPresent)
        .map(Optional::get)
        .collect(Collectors.toList());
  }

  private List<MessageRow> rows(List<Message> found, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    Map<Long, String> numbers =
        links.numbers(
            found.stream().map(message -> message.content.orderId).collect(Collectors.toSet()));
    return found.stream()
        .map(message -> new MessageRow(message, numbers, moments))
        .collect(Collectors.toList());
  }
}
