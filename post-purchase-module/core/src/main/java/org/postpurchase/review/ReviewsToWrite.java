package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Transactions;

/**
 * What a customer has received, kept and not reviewed yet, for the page of his own account: orders
 * that he placed while signed in, and those he has claimed. Reads only, in a number of statements
 * that does not grow with them.
 */
public final class ReviewsToWrite {
  private static final int ORDERS_MOST = 10;
  private static final int PRODUCTS_MOST = 5;

  private final ReviewSettingsReader settings;
  private final OrdersOfBuyer bought;
  private final OrderReader orders;
  private final ReadLines read;
  private final ReviewLinks links;
  private final Transactions transactions;

  ReviewsToWrite(
      ReviewSettingsReader settings,
      OrdersOfBuyer bought,
      OrderReader orders,
      ReadLines read,
      ReviewLinks links,
      Transactions transactions) {
    this.settings = requireNonNull(settings, "settings");
    this.bought = requireNonNull(bought, "bought");
    this.orders = requireNonNull(orders, "orders");
    this.read = requireNonNull(read, "read");
    this.links = requireNonNull(links, "links");
    this.transactions = requireNonNull(transactions, "transactions");
  }

  /** A product that can be reviewed. Immutable. */
  public static final class ToWrite {
    public final String product;

    /** Path of the form of its order. */
    public final String path;

    ToWrite(String product, String path) {
      this.product = product;
      this.path = path;
    }
  }

  /** At most five products of the ten newest orders; none while reviews are switched off. */
  public List<ToWrite> of(long customerId) {
    return transactions.call(
        () ->
            settings.active().isPresent()
                ? of(bought.newest(customerId, ORDERS_MOST))
                : Collections.<ToWrite>emptyList());
  }

  private List<ToWrite> of(List<Long> orderIds) {
    Map<Long, OrderSnapshot> known =
        orderIds.isEmpty() ? Collections.emptyMap() : orders.findAll(orderIds);
    Collection<OrderSnapshot> found = known.values();
    Map<Long, List<ReviewLine>> lines = found.isEmpty() ? Collections.emptyMap() : read.of(found);
    List<ToWrite> open = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (Long id : orderIds) {
      for (ReviewLine each : lines.getOrDefault(id, Collections.<ReviewLine>emptyList())) {
        boolean writable = each.status == ReviewLine.Status.OPEN;
        if (writable && open.size() < PRODUCTS_MOST && seen.add(each.line.goods.productId)) {
          open.add(new ToWrite(each.line.name, links.path(id)));
        }
      }
    }
    return open;
  }
}
