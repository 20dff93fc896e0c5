package org.postpurchase.loyalty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postpurchase.order.OrderSnapshot;

/**
 * What sales would earn by the programme and the rules of one moment. Reads nothing any more, and
 * computes with the engine that posts points. Points for a first order are no part of it.
 * Immutable.
 */
public final class SalePoints {
  public final Programme programme;
  private final List<EarningRule> rules;
  private final Instant moment;

  SalePoints(Programme programme, List<EarningRule> rules, Instant moment) {
    this.programme = programme;
    this.rules = Collections.unmodifiableList(new ArrayList<>(rules));
    this.moment = moment;
  }

  /** What an order with only that would earn, without a date; zero when nothing. */
  public OrderPoints of(OrderSnapshot imagined) {
    long points =
        ComputeAwards.of(imagined, rules, programme.stacking, false, moment).stream()
            .mapToLong(award -> award.points)
            .sum();
    return new OrderPoints(programme.pointsName, points, null, false);
  }
}
