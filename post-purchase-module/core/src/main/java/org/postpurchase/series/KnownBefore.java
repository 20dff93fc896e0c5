package org.postpurchase.series;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.PlacedOrder;

/** What is known of a placed order's buyer. */
final class KnownBefore implements OrderHistory {
  private final PlacedOrder placed;

  KnownBefore(PlacedOrder placed) {
    this.placed = placed;
  }

  @Override
  public boolean hasEarlier(OrderSnapshot order) {
    return !placed.first;
  }

  @Override
  public List<Instant> earlier(OrderSnapshot order) {
    return placed.first
        ? Collections.emptyList()
        : Collections.singletonList(placed.order.submittedAt);
  }

  @Override
  public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
    return false;
  }

  @Override
  public boolean hasLater(OrderSnapshot order) {
    return false;
  }
}
