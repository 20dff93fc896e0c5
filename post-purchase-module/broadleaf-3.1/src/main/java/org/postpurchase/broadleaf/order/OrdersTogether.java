package org.postpurchase.broadleaf.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemPriceDetail;
import org.postpurchase.order.OrderSnapshot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;

/**
 * Reads many orders with so many statements for all of them: what the host would fetch order by
 * order is fetched before it is asked for. What the host keeps for each product is still asked once
 * for each product that was not looked at before.
 */
public final class OrdersTogether {
  private static final String ORDERS = "org.broadleafcommerce.core.order.domain.OrderImpl";
  private static final String OF_ORDERS =
      "select distinct o from "
          + ORDERS
          + " o left join fetch o.customer left join fetch o.locale left join fetch o.currency";
  private static final String LINES =
      "select distinct i from org.broadleafcommerce.core.order.domain.OrderItemImpl i"
          + " left join fetch i.orderItemPriceDetails where i.order.id in (:ids)";
  private static final String PARTS_OF_LINES =
      "select distinct d from org.broadleafcommerce.core.order.domain.OrderItemPriceDetailImpl d"
          + " left join fetch d.orderItemPriceDetailAdjustments where d.orderItem.order.id in"
          + " (:ids)";

  private final JdbcTemplate jdbc;
  private final EntityManagerFactory factory;
  private final OrderMapper mapper;
  private final BareLines bareLines;

  public OrdersTogether(JdbcTemplate jdbc, EntityManagerFactory factory, OrderMapper mapper) {
    this.jdbc = jdbc;
    this.factory = factory;
    this.mapper = mapper;
    this.bareLines = new BareLines(jdbc);
  }

  /** Those that there are, by id; in the caller's transaction. */
  Map<Long, OrderSnapshot> read(List<Long> ids) {
    EntityManager em = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
    Set<Long> bare = bareLines.amongst(ids);
    List<Long> whole = new ArrayList<>(ids);
    whole.removeAll(bare);
    Map<Long, Order> orders = new TreeMap<>();
    query(em, OF_ORDERS + " left join fetch o.payments where o.id in (:ids)", Order.class, ids)
        .forEach(order -> orders.put(order.getId(), order));
    query(
        em,
        OF_ORDERS + " left join fetch o.orderAdjustments where o.id in (:ids)",
        Order.class,
        ids);
    query(
        em,
        OF_ORDERS
            + " left join fetch o.fulfillmentGroups g left join fetch g.address where o.id in"
            + " (:ids)",
        Order.class,
        ids);
    if (!whole.isEmpty()) {
      query(em, LINES, OrderItem.class, whole);
      query(em, PARTS_OF_LINES, OrderItemPriceDetail.class, whole);
      query(
          em, OF_ORDERS + " left join fetch o.orderItems where o.id in (:ids)", Order.class, whole);
    }
    List<Order> placed =
        orders.values().stream()
            .filter(o -> o.getSubmitDate() != null)
            .collect(Collectors.toList());
    Map<Long, Instant> submitted =
        placed.isEmpty() ? new TreeMap<>() : new SubmissionTimes(jdbc).of(placed);
    Map<Long, OrderSnapshot> found = new LinkedHashMap<>();
    orders.forEach(
        (id, order) -> found.put(id, mapper.snapshot(order, submitted.get(id), bare.contains(id))));
    return found;
  }

  private static <T> List<T> query(
      EntityManager em, String text, Class<T> type, Collection<Long> ids) {
    return em.createQuery(text, type).setParameter("ids", ids).getResultList();
  }
}
