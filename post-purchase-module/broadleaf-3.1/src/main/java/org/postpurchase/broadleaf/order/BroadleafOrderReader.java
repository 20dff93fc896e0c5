package org.postpurchase.broadleaf.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.postpurchase.broadleaf.settings.OncePerPage;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Transactions;

/**
 * Reads orders through the host's own service, always inside a transaction so that lazy parts can
 * be followed.
 */
public final class BroadleafOrderReader implements OrderReader {
  private final OrderService orders;
  private final OrderMapper mapper;
  private final Transactions transactions;
  private final OrdersTogether together;

  public BroadleafOrderReader(
      OrderService orders, OrderMapper mapper, Transactions transactions, OrdersTogether together) {
    this.orders = orders;
    this.mapper = mapper;
    this.transactions = transactions;
    this.together = together;
  }

  @Override
  public Optional<OrderSnapshot> find(long orderId) {
    return OncePerPage.of(
        "order:" + orderId,
        () ->
            transactions.call(
                () -> Optional.ofNullable(orders.findOrderById(orderId)).map(mapper::snapshot)));
  }

  @Override
  public Map<Long, OrderSnapshot> findAll(Collection<Long> orderIds) {
    return orderIds.isEmpty()
        ? Collections.emptyMap()
        : transactions.call(() -> together.read(new ArrayList<>(orderIds)));
  }

  @Override
  public Optional<Long> idOfNumber(String orderNumber) {
    return transactions.call(
        () -> Optional.ofNullable(orders.findOrderByOrderNumber(orderNumber)).map(Order::getId));
  }
}
