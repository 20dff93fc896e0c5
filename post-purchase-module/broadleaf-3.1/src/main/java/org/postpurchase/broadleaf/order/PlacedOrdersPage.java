package org.postpurchase.broadleaf.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.PlacedOrder;

/**
 * Loads a page of orders with so many statements for the page, not for each order: what the host
 * would fetch line by line is fetched before it is asked for. Products are looked at once for a
 * whole walk.
 */
final class PlacedOrdersPage {
  private static final String ORDERS = "org.broadleafcommerce.core.order.domain.OrderImpl";
  private static final String OF_ORDERS =
      "select distinct o from " + ORDERS + " o left join fetch o.customer";
  private static final String[] PARTS_OF_ORDERS = {
    " left join fetch o.payments", " left join fetch o.orderAdjustments"
  };
  private static final String PARTS_OF_LINES =
      "select distinct d from org.broadleafcommerce.core.order.domain.OrderItemPriceDetailImpl d"
          + " left join fetch d.orderItemPriceDetailAdjustments where d.orderItem.order.id in"
          + " (:ids)";
  private static final String LINES =
      "select distinct i from org.broadleafcommerce.core.order.domain.OrderItemImpl i"
          + " left join fetch i.orderItemPriceDetails where i.order.id in (:ids)";

  private final OrderMapper mapper;
  private final BareLines bareLines;
  private final FirstOrders firsts;
  private final SubmissionTimes times;
  private final Map<Long, OrderLine.Goods> goodsByProduct = new HashMap<>();

  PlacedOrdersPage(
      OrderMapper mapper, BareLines bareLines, FirstOrders firsts, SubmissionTimes times) {
    this.mapper = mapper;
    this.bareLines = bareLines;
    this.firsts = firsts;
    this.times = times;
  }

  /** In the order of the ids. */
  List<PlacedOrder> read(List<Long> ids, EntityManager em) {
    if (ids.isEmpty()) {
      return Collections.emptyList();
    }
    Set<Long> bare = bareLines.amongst(ids);
    List<Long> whole = new ArrayList<>(ids);
    whole.removeAll(bare);
    Map<Long, Order> orders = new TreeMap<>();
    for (String part : PARTS_OF_ORDERS) {
      query(em, OF_ORDERS + part + " where o.id in (:ids)", Order.class, ids)
          .forEach(order -> orders.put(order.getId(), order));
    }
    if (!whole.isEmpty()) {
      query(em, LINES, OrderItem.class, whole);
      query(em, PARTS_OF_LINES, Object.class, whole);
      query(
          em, OF_ORDERS + " left join fetch o.orderItems where o.id in (:ids)", Order.class, whole);
    }
    Set<Long> first = firsts.amongst(orders.values());
    Map<Long, Instant> submitted = times.of(orders.values());
    List<PlacedOrder> page = new ArrayList<>();
    for (Long id : ids) {
      Order order = orders.get(id);
      if (order != null) { // else it was deleted meanwhile
        page.add(
            new PlacedOrder(
                mapper.forPoints(order, submitted.get(id), bare.contains(id), this::goods),
                first.contains(id)));
      }
    }
    return page;
  }

  private static <T> List<T> query(
      EntityManager em, String text, Class<T> type, Collection<Long> ids) {
    return em.createQuery(text, type)
        .setParameter("ids", ids)
        .setHint("org.hibernate.readOnly", true)
        .getResultList();
  }

  private OrderLine.Goods goods(OrderItem item) {
    HostLine line = new HostLine(item);
    if (!(item instanceof DiscreteOrderItem) || ((DiscreteOrderItem) item).getProduct() == null) {
      return line.goods();
    }
    return goodsByProduct.computeIfAbsent(
        ((DiscreteOrderItem) item).getProduct().getId(), id -> line.goods());
  }
}
