package org.postpurchase.loyalty.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.postpurchase.loyalty.EarnedPoints;
import org.postpurchase.shared.jdbc.RowSets;

/** Sums of lots, those that were moved to another account once. */
final class JdbcEarnedPoints implements EarnedPoints {
  private static final String KEPT =
      "select ORDER_ID, sum(ISSUED - REVERSED) as KEPT from PP_POINTS_LOT where ORDER_ID {keys}"
          + " and ORIGIN_ACCOUNT = 0 group by ORDER_ID";

  private final RowSets sets;

  JdbcEarnedPoints(RowSets sets) {
    this.sets = sets;
  }

  @Override
  public Map<Long, Long> keptOf(Collection<Long> orderIds) {
    Map<Long, Long> kept = new HashMap<>();
    sets.select(KEPT, orderIds, (row, n) -> kept.put(row.getLong("ORDER_ID"), row.getLong("KEPT")));
    kept.values().removeIf(points -> points <= 0);
    return kept;
  }
}
