package org.postpurchase.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the lots that so many points are taken from: those that expire soonest first. */
final class OpenLots {
  private static final int PAGE = 50;

  private OpenLots() {}

  /** Lots that together have at least so many usable points, or all there are. */
  static List<PointsLot> holding(LedgerStore store, long accountId, long points, Instant now) {
    List<PointsLot> found = new ArrayList<>();
    long sum = 0;
    while (sum < points) {
      List<PointsLot> page = store.openLots(accountId, now, PAGE, found.size());
      for (PointsLot lot : page) {
        found.add(lot);
        sum = Math.addExact(sum, lot.available);
        if (sum >= points) {
          return found;
        }
      }
      if (page.size() < PAGE) {
        return found;
      }
    }
    return found;
  }

  static long sum(List<PointsLot> lots) {
    return lots.stream().mapToLong(l -> l.available).sum();
  }
}
