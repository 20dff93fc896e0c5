package org.postpurchase.order;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Transactions;

/**
 * Where a warehouse, ERP or till tells the plugin what happened to an order: shipped, delivered,
 * returned, refunded, cancelled; per line and in parts.
 *
 * <p>Each report carries the reporter's own reference (a shipment, return or refund number).
 * Repeating a report with the same reference and the same content is answered {@link
 * LifecycleResult#ALREADY_RECORDED}; the same reference with other content is refused. Joins the
 * caller's transaction, so the event exists if and only if the caller commits. Units are counted
 * against what was ordered: more than that is refused and nothing is recorded. Safe for any number
 * of threads and JVMs.
 */
public final class OrderLifecycle {
  private static final Pattern REFERENCE = Pattern.compile("[\\w.:/#-]{1,60}");

  private final OrderReader orders;
  private final OrderLineStore lines;
  private final OrderEventLog events;
  private final Transactions transactions;
  private final Clock clock;

  public OrderLifecycle(
      OrderReader orders,
      OrderLineStore lines,
      OrderEventLog events,
      Transactions transactions,
      Clock clock) {
    this.orders = orders;
    this.lines = lines;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The lines left the warehouse; moves no points. An empty list means everything that is still
   * open.
   */
  public LifecycleResult shipped(long orderId, List<LineQuantity> units, String reference) {
    return report(orderId, OrderFact.SHIPPED, units, reference);
  }

  /**
   * The lines reached the buyer: their points can be used once the return window is over. An empty
   * list means everything that is still open.
   */
  public LifecycleResult delivered(long orderId, List<LineQuantity> units, String reference) {
    return report(orderId, OrderFact.DELIVERED, units, reference);
  }

  /**
   * The lines came back: their points are taken back, and points that paid for them come back. An
   * empty list means everything that is still open.
   */
  public LifecycleResult linesReturned(long orderId, List<LineQuantity> units, String reference) {
    return report(orderId, OrderFact.LINES_RETURNED, units, reference);
  }

  /**
   * The lines were cancelled before they were shipped; points as with returned ones. An empty list
   * means everything that is still open.
   */
  public LifecycleResult linesCancelled(long orderId, List<LineQuantity> units, String reference) {
    return report(orderId, OrderFact.LINES_CANCELLED, units, reference);
  }

  /**
   * The buyer has declared to withdraw from these lines (in the EU: Directive 2011/83/EU, art. 9 to
   * 11a), and nothing is back yet. Mails about how to use them, requests for reviews, rewards of
   * referrals and pending points wait for the parcel, for thirty days at most; {@link
   * #linesReturned} settles it. An empty list means everything that is still kept.
   */
  public LifecycleResult withdrawalDeclared(
      long orderId, List<LineQuantity> units, String reference) {
    return report(orderId, OrderFact.WITHDRAWAL_DECLARED, units, reference);
  }

  /**
   * The buyer keeps after all what was declared to be sent back. An empty list means everything
   * that was declared and is not back.
   */
  public LifecycleResult withdrawalTakenBack(
      long orderId, List<LineQuantity> units, String reference) {
    return report(orderId, OrderFact.WITHDRAWAL_TAKEN_BACK, units, reference);
  }

  /**
   * Money went back to the buyer, with goods or without: points go in proportion to what was paid
   * for goods, and nothing is taken twice for goods that come back too. An amount in another
   * currency than the order's moves no points. Nobody is asked to review a line whose whole price
   * came back.
   */
  public LifecycleResult refunded(long orderId, Money amount, String reference) {
    if (amount.amountMinor() <= 0) {
      throw new LifecycleRefusedException(
          "A refund must be more than zero, but it is " + amount + " for order " + orderId + ".");
    }
    String payload =
        "amountMinor=" + amount.amountMinor() + ";currency=" + amount.currency().getCurrencyCode();
    return transactions.call(
        () -> {
          require(orderId);
          OrderEvent event = event(orderId, OrderFact.REFUNDED, reference, payload);
          LifecycleResult result = record(event, payload);
          if (result == LifecycleResult.RECORDED) {
            lines.addRefund(event.key, orderId, amount, event.occurredAt);
          }
          return result;
        });
  }

  /**
   * The whole order was cancelled: all its points go, and those that paid for it come back. For
   * stores whose order status the plugin cannot see changing.
   */
  public LifecycleResult cancelled(long orderId, String reference) {
    return transactions.call(
        () -> {
          require(orderId);
          return record(event(orderId, OrderFact.CANCELLED, reference, ""), "");
        });
  }

  private LifecycleResult report(
      long orderId, OrderFact fact, List<LineQuantity> asked, String reference) {
    String request = "asked=" + Payload.request(merge(asked));
    return transactions.call(
        () -> {
          OrderSnapshot order = require(orderId);
          Instant now = clock.instant();
          lines.ensure(order, now);
          List<OrderLineProgress> progress = lines.lock(order);
          OrderEvent known =
              events.find(OrderEvent.referenceKey(orderId, fact, checked(reference))).orElse(null);
          if (known != null) {
            return sameOrRefused(known, request);
          }
          List<LineQuantity> units;
          try {
            units = asked.isEmpty() ? open(fact, progress, orderId) : merge(asked);
            units.forEach(each -> requireOpen(fact, each, progress, orderId));
          } catch (LifecycleRefusedException refused) {
            // perhaps only because the very same report was committed while this one waited
            return events
                .findLatest(OrderEvent.referenceKey(orderId, fact, reference))
                .map(same -> sameOrRefused(same, request))
                .orElseThrow(() -> refused);
          }
          LifecycleResult result =
              record(event(orderId, fact, reference, Payload.of(orderId, request, units)), request);
          if (result == LifecycleResult.RECORDED) {
            units.forEach(each -> lines.add(fact, each, now));
          }
          return result;
        });
  }

  private LifecycleResult record(OrderEvent event, String request) {
    if (events.record(event)) {
      return LifecycleResult.RECORDED;
    }
    return sameOrRefused(
        events
            .findLatest(event.key)
            .orElseThrow(() -> new IllegalStateException("vanished: " + event.key)),
        request);
  }

  private static LifecycleResult sameOrRefused(OrderEvent known, String request) {
    if (known.payload.equals(request) || known.payload.startsWith(request + ";")) {
      return LifecycleResult.ALREADY_RECORDED;
    }
    throw new LifecycleRefusedException(
        "The reference of '"
            + known.key
            + "' was already used with other content ("
            + known.payload
            + "). Use a new reference for a new report.");
  }

  private OrderEvent event(long orderId, OrderFact fact, String reference, String payload) {
    String key = OrderEvent.referenceKey(orderId, fact, checked(reference));
    return new OrderEvent(key, orderId, fact, payload, EventSource.SERVICE, clock.instant());
  }

  private OrderSnapshot require(long orderId) {
    OrderSnapshot order =
        orders.find(orderId).orElseThrow(() -> new UnknownOrderException(orderId));
    if (order.state == OrderState.OPEN) {
      throw new LifecycleRefusedException(
          "Order " + orderId + " has not been submitted yet; nothing can have happened to it.");
    }
    return order;
  }

  private static List<LineQuantity> open(
      OrderFact fact, List<OrderLineProgress> progress, long orderId) {
    List<LineQuantity> open = new ArrayList<>();
    for (OrderLineProgress line : progress) {
      int units = line.openFor(fact);
      if (units > 0) {
        open.add(LineQuantity.of(line.lineId, units));
      }
    }
    if (open.isEmpty()) {
      throw new LifecycleRefusedException(
          "Nothing of order " + orderId + " is left for " + readable(fact) + ".");
    }
    return open;
  }

  private static void requireOpen(
      OrderFact fact, LineQuantity asked, List<OrderLineProgress> progress, long orderId) {
    OrderLineProgress line =
        progress.stream()
            .filter(p -> p.lineId == asked.lineId)
            .findFirst()
            .orElseThrow(
                () ->
                    new LifecycleRefusedException(
                        "Order "
                            + orderId
                            + " has no line "
                            + asked.lineId
                            + "; its lines are "
                            + progress.stream()
                                .map(p -> Long.toString(p.lineId))
                                .collect(Collectors.joining(", "))
                            + "."));
    int open = line.openFor(fact);
    if (asked.quantity > open) {
      throw new LifecycleRefusedException(
          "Line "
              + asked.lineId
              + " of order "
              + orderId
              + " has "
              + open
              + " unit(s) left for "
              + readable(fact)
              + ", but "
              + asked.quantity
              + " were reported.");
    }
  }

  private static List<LineQuantity> merge(List<LineQuantity> units) {
    TreeMap<Long, Integer> sums = new TreeMap<>();
    units.forEach(u -> sums.merge(u.lineId, u.quantity, Math::addExact));
    List<LineQuantity> merged = new ArrayList<>();
    sums.forEach((line, quantity) -> merged.add(LineQuantity.of(line, quantity)));
    return merged;
  }

  private static String readable(OrderFact fact) {
    return fact.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String checked(String reference) {
    if (reference == null || !REFERENCE.matcher(reference).matches()) {
      throw new LifecycleRefusedException(
          "The reference '" + reference + "' must be 1 to 60 letters, digits or . : / # - _");
    }
    return reference;
  }
}
