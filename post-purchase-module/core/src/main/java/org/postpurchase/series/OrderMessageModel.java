package org.postpurchase.series;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageModel;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.PostPurchaseException;

/** What order messages may show: the order as it is when the message leaves. */
public final class OrderMessageModel implements MessageModel {
  private final OrderReader orders;
  private final OrderModel model;
  private final Function<Locale, Optional<DispatchPromise>> promises;

  public OrderMessageModel(
      OrderReader orders, OrderModel model, Function<Locale, Optional<DispatchPromise>> promises) {
    this.orders = orders;
    this.model = model;
    this.promises = promises;
  }

  @Override
  public Map<String, Object> forMessage(Message message) {
    OrderSnapshot order =
        orders
            .find(message.content.orderId)
            .orElseThrow(
                () ->
                    new PostPurchaseException(
                        "Order "
                            + message.content.orderId
                            + " of this message no longer exists in the shop."));
    return model.of(order, promises.apply(order.locale));
  }
}
