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
import org.postpurchase.shared.Money;

/** What of an order can be reviewed, by the facts of the moment. Reads only. */
final class ReadLines {
  private final OrderLineStore lines;
  private final ReviewStore reviews;

  ReadLines(OrderLineStore lines, ReviewStore reviews) {
    this.lines = lines;
    this.reviews = reviews;
  }

  /** In the order's own order; a product that stands on several lines comes once. */
  List<ReviewLine> of(OrderSnapshot order) {
    Set<Long> products =
        order.lines.stream().map(l -> l.goods.productId).collect(Collectors.toSet());
    products.remove(0L);
    Facts facts =
        new Facts(
            lines.read(order.orderId),
            RefundedLines.of(order, lines.refunds(Collections.singleton(order.orderId))));
    return of(order, facts, reviews.ofAuthor(Author.of(order), products));
  }

  /** The same for each of the orders, by its id, with three statements; its buyer is the author. */
  Map<Long, List<ReviewLine>> of(Collection<OrderSnapshot> orders) {
    Set<Long> ids = new TreeSet<>();
    List<Author> authors = new ArrayList<>();
    for (OrderSnapshot order : orders) {
      ids.add(order.orderId);
      authors.add(Author.of(order));
    }
    List<Review> written = reviews.ofAuthors(authors);
    Map<Long, List<OrderLineProgress>> progress = lines.readAll(ids);
    Map<Long, List<Money>> refunds = lines.refunds(ids);
    Map<Long, List<ReviewLine>> all = new HashMap<>();
    for (OrderSnapshot order : orders) {
      Facts known =
          new Facts(
              progress.getOrDefault(order.orderId, Collections.<OrderLineProgress>emptyList()),
              RefundedLines.of(order, refunds));
      all.put(order.orderId, of(order, known, by(Author.of(order), written)));
    }
    return all;
  }

  private static List<Review> by(Author author, List<Review> written) {
    return written.stream().filter(author::wrote).collect(Collectors.toList());
  }

  /** What happened to the lines of an order. */
  private static final class Facts {
    final List<OrderLineProgress> progress;
    final Set<Long> refunded;

    Facts(List<OrderLineProgress> progress, Set<Long> refunded) {
      this.progress = progress;
      this.refunded = refunded;
    }

    boolean isOpen(OrderLine line) {
      return KeptLines.isKept(line, KeptLines.progress(progress, line.lineId))
          && !refunded.contains(line.lineId);
    }
  }

  private static List<ReviewLine> of(OrderSnapshot order, Facts facts, Collection<Review> ofBuyer) {
    Map<Long, Review> own = new HashMap<>();
    ofBuyer.forEach(r -> own.putIfAbsent(r.place.productId, r)); // the oldest, if there are two
    List<ReviewLine> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    List<OrderLine> openFirst = new ArrayList<>(order.lines);
    openFirst.sort((a, b) -> Boolean.compare(facts.isOpen(b), facts.isOpen(a))); // stable
    for (OrderLine line : openFirst) {
      if (line.goods.productId == 0 || seen.add(line.goods.productId)) {
        found.add(of(order, line, facts, own.get(line.goods.productId)));
      }
    }
    return found;
  }

  private static ReviewLine of(OrderSnapshot order, OrderLine line, Facts facts, Review own) {
    Optional<OrderLineProgress> p = KeptLines.progress(facts.progress, line.lineId);
    Instant arrived =
        line.physical ? p.map(known -> known.deliveredAt).orElse(null) : order.submittedAt;
    if (own != null) {
      return new ReviewLine(line, ReviewLine.Status.REVIEWED, arrived, Optional.of(own));
    }
    ReviewLine.Status status = status(order, line, p);
    boolean refunded = status == ReviewLine.Status.OPEN && facts.refunded.contains(line.lineId);
    return new ReviewLine(
        line, refunded ? ReviewLine.Status.REFUNDED : status, arrived, Optional.empty());
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
