package org.postpurchase.broadleaf.order;

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
import org.postpurchase.shared.jdbc.RowSets;

/**
 * Reads orders through the host's own service, always inside a transaction so that lazy parts can
 * be followed.
 */
public final class BroadleafOrderReader implements OrderReader {
  private final OrderService orders;
  private final OrderMapper mapper;
  private final Transactions transactions;
  private final OrdersOfBatch batch;

  public BroadleafOrderReader(
      OrderService orders,
      OrderMapper mapper,
      Transactions transactions,
      OrdersTogether together,
      RowSets rows) {
    this.orders = orders;
    this.mapper = mapper;
    this.transactions = transactions;
    this.batch = new OrdersOfBatch(rows, together);
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
        : transactions.call(() -> batch.read(orderIds));
  }

  @Override
  public Optional<Long> idOfNumber(String orderNumber) {
    return transactions.call(
        () -> Optional.ofNullable(orders.findOrderByOrderNumber(orderNumber)).map(Order::getId));
  }
}
