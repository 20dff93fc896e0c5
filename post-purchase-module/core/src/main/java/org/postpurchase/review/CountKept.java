package org.postpurchase.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.outbox.EventHandler;

/** Counts for each product how many of its buyers kept it, from the facts about order lines. */
final class CountKept implements EventHandler {
  private static final Set<OrderFact> FACTS =
      EnumSet.of(OrderFact.DELIVERED, OrderFact.LINES_RETURNED);

  private final KeptCounts counts;
  private final OrderReader orders;
  private final OrderLineStore lines;
  private final Clock clock;

  CountKept(KeptCounts counts, OrderReader orders, OrderLineStore lines, Clock clock) {
    this.counts = counts;
    this.orders = orders;
    this.lines = lines;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "kept-products";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return FACTS.contains(fact);
  }

  @Override
  public void handle(List<OrderEvent> events) {
    Set<Long> ids = new TreeSet<>();
    events.forEach(event -> ids.add(event.orderId));
    Map<Long, OrderSnapshot> known = orders.findAll(ids);
    Map<Long, List<OrderLineProgress>> progress = lines.readAll(ids);
    List<KeptCounts.Line> now = new ArrayList<>();
    for (OrderSnapshot order : known.values()) {
      List<OrderLineProgress> ofOrder =
          progress.getOrDefault(order.orderId, Collections.<OrderLineProgress>emptyList());
      for (OrderLine line : order.lines) {
        Optional<OrderLineProgress> p = KeptLines.progress(ofOrder, line.lineId);
        if (line.goods.productId != 0 && p.isPresent() && p.get().delivered > 0) {
          boolean kept = p.get().delivered > p.get().returned;
          now.add(new KeptCounts.Line(line.lineId, line.goods.productId, kept));
        }
      }
    }
    counts.note(now, clock.instant());
  }
}
