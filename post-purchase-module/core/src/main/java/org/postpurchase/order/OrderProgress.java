package org.postpurchase.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** How far a whole order has come, from what was reported about its lines. Immutable. */
public final class OrderProgress {
  private final List<OrderLineProgress> lines;

  public OrderProgress(List<OrderLineProgress> lines) {
    this.lines = Collections.unmodifiableList(new ArrayList<>(lines));
  }

  /** When the last of what was not cancelled left; what has arrived must have left. */
  public Optional<Instant> shippedAt() {
    return complete(
        l -> Math.max(l.shipped, l.delivered),
        l -> l.shippedAt == null ? l.deliveredAt : l.shippedAt);
  }

  /** When the last of what was not cancelled arrived. */
  public Optional<Instant> deliveredAt() {
    return complete(l -> l.delivered, l -> l.deliveredAt);
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
      int wanted = line.ordered - line.cancelled;
      if (done.applyAsInt(line) < wanted) {
        return Optional.empty();
      }
      Instant at = wanted == 0 ? null : moment.apply(line);
      if (at != null && (last == null || at.isAfter(last))) {
        last = at;
      }
    }
    return Optional.ofNullable(last);
  }
}
