package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderSnapshot;

/** An order that was placed, with when its buyer ordered before. Immutable. */
public final class Purchase {
  public final OrderSnapshot order;

  /** Oldest first. */
  public final List<Instant> before;

  private final List<OrderLineProgress> lines;

  /**
   * @param lines what became of the order's lines; of one that is not among them nothing is known
   *     to have come back
   */
  public Purchase(OrderSnapshot order, List<Instant> before, List<OrderLineProgress> lines) {
    this.lines = requireNonNull(lines, "lines");
    this.order = requireNonNull(order, "order");
    List<Instant> sorted = new ArrayList<>(before);
    Collections.sort(sorted);
    this.before = Collections.unmodifiableList(sorted);
  }

  /** The buyer: an account, or the mailbox of a guest. */
  public DueOccasion.Person buyer() {
    return order.registered
        ? DueOccasion.Person.customer(order.customerId, order.email.trim())
        : DueOccasion.Person.guest(
            order.email.trim(), order.firstName, order.locale.toLanguageTag());
  }

  /** When the buyer placed orders that are not cancelled, up to this one, oldest first. */
  List<Instant> placedAt() {
    List<Instant> all = new ArrayList<>(before);
    if (order.isPlaced()) {
      all.add(order.submittedAt);
    }
    return all;
  }

  /** How many pieces of which product the buyer keeps of it; products of which none is are out. */
  Map<Long, Integer> quantities() {
    Map<Long, Integer> quantities = new LinkedHashMap<>();
    for (OrderLine line : order.isPlaced() ? order.lines : Collections.<OrderLine>emptyList()) {
      int kept = kept(line);
      if (line.goods.productId > 0 && kept > 0) {
        quantities.merge(line.goods.productId, kept, Integer::sum);
      }
    }
    return quantities;
  }

  private int kept(OrderLine line) {
    return lines.stream()
        .filter(known -> known.lineId == line.lineId)
        .findFirst()
        .map(known -> known.ordered - known.returned - known.cancelled)
        .orElse(line.quantity);
  }
}
