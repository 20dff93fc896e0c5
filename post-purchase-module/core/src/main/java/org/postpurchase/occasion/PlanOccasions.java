package org.postpurchase.occasion;

import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
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
  private final Purchases purchases;
  private final DueOccasions rows;
  private final Supplier<Moments> moments;

  /**
   * @param firstOrders the anniversary of first orders
   * @param moments known once the shop runs
   */
  public PlanOccasions(
      List<? extends OrderOccasion> occasions,
      YearlyOccasion firstOrders,
      Purchases purchases,
      DueOccasions rows,
      Supplier<Moments> moments) {
    this.occasions = new ArrayList<>(occasions);
    this.firstOrders = firstOrders;
    this.purchases = purchases;
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
    Set<Long> placed = new TreeSet<>();
    Set<Long> changed = new TreeSet<>();
    events.forEach(
        event -> (event.fact == OrderFact.SUBMITTED ? placed : changed).add(event.orderId));
    if (!heard.isEmpty() || anniversaries) {
      plan(placed, changed, heard, anniversaries);
    }
    if (!changed.isEmpty()) {
      moveAnniversaries(changed); // of rows from before, also while nobody waits for them
    }
  }

  private void plan(
      Set<Long> placed, Set<Long> changed, List<OrderOccasion> heard, boolean anniversaries) {
    Set<Long> all = new TreeSet<>(placed);
    all.addAll(changed);
    List<Purchase> known = purchases.of(all);
    List<Purchase> fresh = known.stream().filter(p -> isNew(p, placed)).collect(toList());
    Map<String, DueOccasion> planned = new LinkedHashMap<>();
    for (OrderOccasion occasion : heard) {
      occasion.plan(fresh, rows).forEach(row -> planned.put(row.key, row));
    }
    if (anniversaries) {
      fresh.stream()
          .filter(purchase -> purchase.before.isEmpty())
          .map(this::anniversary)
          .forEach(row -> planned.put(row.key, row));
    }
    rows.put(planned.values());
    if (!changed.isEmpty()) {
      heard.forEach(occasion -> occasion.change(changed, known, rows));
    }
  }

  /**
   * The first order is the first one that is not cancelled; what came back was ordered all the
   * same.
   */
  private void moveAnniversaries(Set<Long> changed) {
    Map<Long, String> keys = new TreeMap<>();
    rows.ofOrders(firstOrders.key(), changed).forEach(row -> keys.put(row.orderId, row.key));
    List<Purchase> cancelled = purchases.of(keys.keySet());
    cancelled.stream()
        .filter(purchase -> purchase.order.isPlaced())
        .forEach(purchase -> keys.remove(purchase.order.orderId));
    cancelled.removeIf(purchase -> purchase.order.isPlaced());
    if (keys.isEmpty()) {
      return;
    }
    rows.remove(keys.values());
    rows.put(
        purchases.after(cancelled).stream()
            .filter(purchase -> purchase.before.isEmpty() && isUsable(purchase.order.email))
            .map(this::anniversary)
            .collect(toList()));
  }

  private Set<String> wanted() {
    Set<String> keys = new TreeSet<>();
    occasions.forEach(occasion -> keys.add(occasion.key()));
    keys.add(firstOrders.key());
    return moments.get().heard(keys);
  }

  private DueOccasion anniversary(Purchase purchase) {
    Instant at = purchase.order.submittedAt;
    return firstOrders
        .row(purchase.buyer(), firstOrders.dayOf(at), firstOrders.yearOf(at), at)
        .from(purchase.order.orderId);
  }

  private static boolean isNew(Purchase purchase, Set<Long> placed) {
    OrderSnapshot order = purchase.order;
    return placed.contains(order.orderId) && order.isPlaced() && isUsable(order.email);
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
