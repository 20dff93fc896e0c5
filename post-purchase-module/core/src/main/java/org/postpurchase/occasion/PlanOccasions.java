package org.postpurchase.occasion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;

/**
 * Orders bring occasions about, put them off, or end them. Does nothing, with no statement, while
 * no series waits for any; what was ordered before a series was switched on brings nothing about.
 */
public final class PlanOccasions implements EventHandler {
  private static final Set<OrderFact> ENDS =
      EnumSet.of(OrderFact.CANCELLED, OrderFact.LINES_CANCELLED, OrderFact.LINES_RETURNED);

  private final List<OrderOccasion> occasions;
  private final YearlyOccasion firstOrders;
  private final OrderReader orders;
  private final OrderHistory history;
  private final DueOccasions rows;
  private final Supplier<Moments> moments;

  /**
   * @param firstOrders the anniversary of first orders
   * @param moments known once the shop runs
   */
  public PlanOccasions(
      List<? extends OrderOccasion> occasions,
      YearlyOccasion firstOrders,
      OrderReader orders,
      OrderHistory history,
      DueOccasions rows,
      Supplier<Moments> moments) {
    this.occasions = new ArrayList<>(occasions);
    this.firstOrders = firstOrders;
    this.orders = orders;
    this.history = history;
    this.rows = rows;
    this.moments = moments;
  }

  @Override
  public String name() {
    return "occasions";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return fact == OrderFact.SUBMITTED || ENDS.contains(fact);
  }

  @Override
  public void handle(List<OrderEvent> events) {
    Set<String> wanted = wanted();
    List<OrderOccasion> heard = new ArrayList<>(occasions);
    heard.removeIf(occasion -> !wanted.contains(occasion.key()));
    boolean anniversaries = wanted.contains(firstOrders.key());
    if (heard.isEmpty() && !anniversaries) {
      return;
    }
    Set<Long> placed = new TreeSet<>();
    Set<Long> ended = new TreeSet<>();
    events.forEach(
        event -> (event.fact == OrderFact.SUBMITTED ? placed : ended).add(event.orderId));
    List<Purchase> purchases = purchases(placed);
    Map<String, DueOccasion> planned = new LinkedHashMap<>();
    for (OrderOccasion occasion : heard) {
      occasion.plan(purchases, rows).forEach(row -> planned.put(row.key, row));
    }
    if (anniversaries) {
      purchases.stream()
          .filter(purchase -> purchase.before.isEmpty())
          .map(this::anniversary)
          .forEach(row -> planned.put(row.key, row));
    }
    rows.put(planned.values());
    if (!ended.isEmpty()) {
      heard.stream()
          .filter(OrderOccasion::endsWithOrder)
          .forEach(occasion -> rows.removeOf(occasion.key(), ended));
    }
  }

  private Set<String> wanted() {
    Set<String> keys = new TreeSet<>();
    occasions.forEach(occasion -> keys.add(occasion.key()));
    keys.add(firstOrders.key());
    return moments.get().heard(keys);
  }

  private DueOccasion anniversary(Purchase purchase) {
    Instant at = purchase.order.submittedAt;
    return firstOrders.row(purchase.buyer(), firstOrders.dayOf(at), firstOrders.yearOf(at), at);
  }

  private List<Purchase> purchases(Set<Long> ids) {
    if (ids.isEmpty()) {
      return Collections.emptyList();
    }
    Map<Long, OrderSnapshot> found = new HashMap<>(orders.findAll(ids));
    found.values().removeIf(order -> !order.isPlaced() || !isUsable(order.email));
    Map<Long, List<Instant>> before = history.earlierOf(found.values());
    List<Purchase> purchases = new ArrayList<>();
    found
        .values()
        .forEach(
            order ->
                purchases.add(
                    new Purchase(
                        order, before.getOrDefault(order.orderId, Collections.emptyList()))));
    purchases.sort(Comparator.comparing(purchase -> purchase.order.submittedAt));
    return purchases;
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
