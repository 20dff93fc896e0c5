package org.postpurchase.review;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.EventHandler;

/**
 * Keeps "verified" true to the order: a buyer who has sent everything of a line back keeps the
 * review and loses the mark, and one whose parcel arrives after the review gets it.
 */
final class KeepVerified implements EventHandler {
  private static final Set<OrderFact> FACTS =
      EnumSet.of(
          OrderFact.DELIVERED,
          OrderFact.LINES_RETURNED,
          OrderFact.LINES_CANCELLED,
          OrderFact.CANCELLED);

  private final ReviewStore store;
  private final KeptLines kept;
  private final MoveReview move;
  private final Clock clock;

  KeepVerified(ReviewStore store, KeptLines kept, MoveReview move, Clock clock) {
    this.store = store;
    this.kept = kept;
    this.move = move;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "reviews";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return FACTS.contains(fact);
  }

  @Override
  public void handle(List<OrderEvent> events) {
    Set<Long> orders = new TreeSet<>();
    events.forEach(event -> orders.add(event.orderId));
    List<Review> found = store.ofOrders(orders);
    if (found.isEmpty()) {
      return;
    }
    Set<Review> now = kept.kept(found);
    for (Review each : found) {
      if (each.verified != now.contains(each)) {
        change(each.id, now.contains(each));
      }
    }
  }

  /** In ascending id, as the others who lock several would. */
  private void change(long reviewId, boolean verified) {
    Review known = store.lock(reviewId).orElse(null);
    if (known != null && known.verified != verified) {
      move.move(
          known,
          known.but().verified(verified).build(),
          new ReviewEvent(
              verified ? ReviewEvent.Kind.VERIFIED : ReviewEvent.Kind.UNVERIFIED,
              known.state,
              known.state,
              ReviewEvent.SHOP,
              "",
              clock.instant()));
    }
  }
}
