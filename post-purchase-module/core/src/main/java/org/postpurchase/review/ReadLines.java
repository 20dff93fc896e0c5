package org.postpurchase.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;

/** What of an order can be reviewed, by the facts of the moment. Reads only. */
final class ReadLines {
  private final OrderLineStore lines;
  private final ReviewStore reviews;

  ReadLines(OrderLineStore lines, ReviewStore reviews) {
    this.lines = lines;
    this.reviews = reviews;
  }

  /** In the order's own order; a product that stands on several lines comes once. */
  List<ReviewLine> of(OrderSnapshot order, String contact) {
    Set<Long> products =
        order.lines.stream().map(l -> l.goods.productId).collect(Collectors.toSet());
    products.remove(0L);
    return of(order, lines.read(order.orderId), reviews.ofAuthor(contact, products));
  }

  /** The same for each of the orders, by its id, with two statements; its buyer is the author. */
  Map<Long, List<ReviewLine>> of(Collection<OrderSnapshot> orders) {
    Set<Long> ids = new TreeSet<>();
    Map<String, List<Review>> own = new HashMap<>();
    for (OrderSnapshot order : orders) {
      ids.add(order.orderId);
      own.put(EmailAddress.stored(order.email).key(), new ArrayList<>());
    }
    reviews.ofAuthors(own.keySet()).forEach(r -> own.get(r.place.authorKey).add(r));
    Map<Long, List<OrderLineProgress>> progress = lines.readAll(ids);
    Map<Long, List<ReviewLine>> all = new HashMap<>();
    for (OrderSnapshot order : orders) {
      List<OrderLineProgress> known =
          progress.getOrDefault(order.orderId, Collections.<OrderLineProgress>emptyList());
      all.put(order.orderId, of(order, known, own.get(EmailAddress.stored(order.email).key())));
    }
    return all;
  }

  private static List<ReviewLine> of(
      OrderSnapshot order, List<OrderLineProgress> progress, Collection<Review> ofBuyer) {
    Map<Long, Review> own = new HashMap<>();
    ofBuyer.forEach(r -> own.put(r.place.productId, r));
    List<ReviewLine> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    List<OrderLine> keptFirst = new ArrayList<>(order.lines);
    keptFirst.sort((a, b) -> Boolean.compare(isKept(b, progress), isKept(a, progress))); // stable
    for (OrderLine line : keptFirst) {
      if (line.goods.productId == 0 || seen.add(line.goods.productId)) {
        found.add(of(order, line, progress, own.get(line.goods.productId)));
      }
    }
    return found;
  }

  private static boolean isKept(OrderLine line, List<OrderLineProgress> progress) {
    return KeptLines.isKept(line, KeptLines.progress(progress, line.lineId));
  }

  private static ReviewLine of(
      OrderSnapshot order, OrderLine line, List<OrderLineProgress> progress, Review own) {
    Optional<OrderLineProgress> p = KeptLines.progress(progress, line.lineId);
    Instant arrived =
        line.physical ? p.map(known -> known.deliveredAt).orElse(null) : order.submittedAt;
    if (own != null) {
      return new ReviewLine(line, ReviewLine.Status.REVIEWED, arrived, Optional.of(own));
    }
    return new ReviewLine(line, status(order, line, p), arrived, Optional.empty());
  }

  private static ReviewLine.Status status(
      OrderSnapshot order, OrderLine line, Optional<OrderLineProgress> p) {
    if (line.goods.productId == 0 || !line.care.available) {
      return ReviewLine.Status.GONE;
    }
    boolean back =
        !order.isPlaced()
            || p.map(known -> known.returned + known.cancelled >= known.ordered).orElse(false);
    if (back) {
      return ReviewLine.Status.NOT_KEPT;
    }
    return KeptLines.isKept(line, p) ? ReviewLine.Status.OPEN : ReviewLine.Status.NOT_DELIVERED;
  }
}
