package org.postpurchase.review;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.EventHandler;

/**
 * Keeps "verified" true to the order: a buyer who has sent everything of a line back keeps the
 * review and loses the mark, and one whose parcel arrives after the review gets it.
 */
public final class KeepVerified implements EventHandler {
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
    events.forEach(this::handle);
  }

  private void handle(OrderEvent event) {
    for (Review found : store.ofOrder(event.orderId)) {
      boolean verified = kept.isKept(event.orderId, found.place.lineId);
      Review known = store.lock(found.id).orElse(found);
      if (known.verified != verified) {
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
}
