package org.postpurchase.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * How far a whole order has come, from what was reported about its lines. Only what is shipped is
 * waited for: a gift card or a download in an order holds nothing up, and an order of nothing else
 * has arrived when it was placed. Immutable.
 */
public final class OrderProgress {
  private final List<OrderLineProgress> lines;
  private final Set<Long> notShipped;

  /** When everything had arrived that is never shipped; null while something is. */
  private final Instant arrivedWithoutParcel;

  /** Progress of lines that are all shipped. */
  public OrderProgress(List<OrderLineProgress> lines) {
    this(lines, Collections.emptySet(), null);
  }

  private OrderProgress(
      List<OrderLineProgress> lines, Set<Long> notShipped, Instant arrivedWithoutParcel) {
    this.lines = Collections.unmodifiableList(new ArrayList<>(lines));
    this.notShipped = notShipped;
    this.arrivedWithoutParcel = arrivedWithoutParcel;
  }

  /** Progress of an order whose lines tell what of it is shipped. */
  public static OrderProgress of(OrderSnapshot order, List<OrderLineProgress> lines) {
    Set<Long> notShipped = new HashSet<>();
    order.lines.stream().filter(line -> !line.physical).forEach(l -> notShipped.add(l.lineId));
    OrderProgress known = new OrderProgress(lines);
    boolean noParcel =
        notShipped.stream().anyMatch(known::isKept)
            && order.lines.stream().allMatch(l -> !l.physical || known.isCancelled(l.lineId));
    return new OrderProgress(lines, notShipped, noParcel ? order.submittedAt : null);
  }

  /** When the last of what is shipped and was not cancelled left; what has arrived must have. */
  public Optional<Instant> shippedAt() {
    return complete(
        l -> Math.max(l.shipped, l.delivered),
        l -> l.shippedAt == null ? l.deliveredAt : l.shippedAt);
  }

  /** When the last of what is shipped and was not cancelled arrived. */
  public Optional<Instant> deliveredAt() {
    return complete(l -> l.delivered, l -> l.deliveredAt);
  }

  /**
   * When units were cancelled last: an order of which the rest is cancelled is complete only then,
   * however long ago its other parts arrived.
   */
  public Optional<Instant> cancelledAt() {
    return lines.stream()
        .map(line -> line.cancelledAt)
        .filter(at -> at != null)
        .max(Instant::compareTo);
  }

  /**
   * Until when what the buyer has declared to send back is waited for: how-tos, requests and points
   * wait as long. Empty where nothing was declared, or all of it is back.
   */
  public Optional<Instant> heldUntil() {
    return lines.stream()
        .map(OrderLineProgress::heldUntil)
        .filter(at -> at != null)
        .max(Instant::compareTo);
  }

  /** Whether nothing of the order is in a parcel, as far as its lines tell. */
  public boolean isNothingShipped() {
    return arrivedWithoutParcel != null;
  }

  /** Whether the buyer keeps nothing: every unit came back or was cancelled. */
  public boolean isNothingKept() {
    return !lines.isEmpty() && lines.stream().allMatch(l -> l.returned + l.cancelled >= l.ordered);
  }

  /** Whether the buyer keeps any unit of the line, as far as anybody said otherwise. */
  public boolean isKept(long lineId) {
    return lines.stream()
        .filter(l -> l.lineId == lineId)
        .allMatch(l -> l.returned + l.cancelled < l.ordered);
  }

  private Optional<Instant> complete(
      ToIntFunction<OrderLineProgress> done, Function<OrderLineProgress, Instant> moment) {
    Instant last = null;
    for (OrderLineProgress line : lines) {
      int wanted = isNotWaitedFor(line) ? 0 : line.ordered - line.cancelled;
      if (wanted > 0 && done.applyAsInt(line) < wanted) {
        return Optional.empty();
      }
      Instant at = wanted <= 0 ? null : moment.apply(line);
      if (at != null && (last == null || at.isAfter(last))) {
        last = at;
      }
    }
    return Optional.ofNullable(last == null ? arrivedWithoutParcel : last);
  }

  private boolean isCancelled(long lineId) {
    return lines.stream().anyMatch(l -> l.lineId == lineId && l.cancelled >= l.ordered);
  }

  private boolean isNotWaitedFor(OrderLineProgress line) {
    return notShipped.contains(line.lineId) || line.cancelled >= line.ordered;
  }
}
