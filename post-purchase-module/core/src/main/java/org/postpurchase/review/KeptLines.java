package org.postpurchase.review;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;

/** Which of the lines of an order their buyers got and kept. */
final class KeptLines {
  private final OrderReader orders;
  private final OrderLineStore lines;

  KeptLines(OrderReader orders, OrderLineStore lines) {
    this.orders = orders;
    this.lines = lines;
  }

  /**
   * Whether more pieces of the product were delivered with that order than sent back, on whichever
   * of its lines: who keeps one of two sizes has the product. Of what is never shipped, all pieces
   * count as delivered when the order was placed. An order that the shop does not have any more is
   * judged by what was reported about the line.
   */
  boolean isKept(Review.Place place) {
    return isKept(orders.find(place.orderId), lines.read(place.orderId), place);
  }

  /** The same for the lines of these reviews, with a number of statements that does not grow. */
  Set<Review> kept(Collection<Review> reviews) {
    Set<Long> ids = new TreeSet<>();
    reviews.forEach(review -> ids.add(review.place.orderId));
    Map<Long, OrderSnapshot> known = orders.findAll(ids);
    Map<Long, List<OrderLineProgress>> progress = lines.readAll(ids);
    Set<Review> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Review review : reviews) {
      long order = review.place.orderId;
      if (isKept(
          Optional.ofNullable(known.get(order)),
          progress.getOrDefault(order, Collections.<OrderLineProgress>emptyList()),
          review.place)) {
        kept.add(review);
      }
    }
    return kept;
  }

  private static boolean isKept(
      Optional<OrderSnapshot> order, List<OrderLineProgress> progress, Review.Place place) {
    List<OrderLine> known = order.map(o -> o.lines).orElse(Collections.emptyList());
    boolean own = known.stream().anyMatch(line -> line.lineId == place.lineId);
    boolean any =
        known.stream()
            .filter(line -> line.lineId == place.lineId || isOf(line, place.productId))
            .anyMatch(line -> isKept(line, progress(progress, line.lineId)));
    return any
        || (!own && progress(progress, place.lineId).filter(p -> isKept(p, true)).isPresent());
  }

  private static boolean isOf(OrderLine line, long productId) {
    return productId != 0 && line.goods.productId == productId;
  }

  static boolean isKept(OrderLine line, Optional<OrderLineProgress> progress) {
    return progress.map(p -> isKept(p, line.physical)).orElse(!line.physical);
  }

  static Optional<OrderLineProgress> progress(List<OrderLineProgress> all, long lineId) {
    return all.stream().filter(p -> p.lineId == lineId).findFirst();
  }

  private static boolean isKept(OrderLineProgress p, boolean shipped) {
    int got = shipped ? p.delivered : p.ordered - p.cancelled;
    return got - p.returned > 0;
  }
}
