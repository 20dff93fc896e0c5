package org.postpurchase.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the lots that so many points are taken from: those that expire soonest first. */
final class OpenLots {
  private OpenLots() {}

  /** Lots that together have at least so many usable points, or all there are. */
  static List<PointsLot> holding(LedgerStore store, long accountId, long points, Instant now) {
    return holding(store, accountId, points, now, now, store.openLots(accountId, now, 0));
  }

  /**
   * The same where the first page has been read.
   *
   * @param asked the instant that the first page was read for, a little before now
   */
  static List<PointsLot> holding(
      LedgerStore store,
      long accountId,
      long points,
      Instant asked,
      Instant now,
      List<PointsLot> first) {
    List<PointsLot> found = new ArrayList<>();
    List<PointsLot> page = first;
    int read = 0;
    long sum = 0;
    while (sum < points) {
      for (PointsLot lot : page) {
        if (lot.isUsable(now)) {
          found.add(lot);
          sum = Math.addExact(sum, lot.available);
        }
        if (sum >= points) {
          return found;
        }
      }
      read += page.size();
      if (page.size() < LedgerStore.PAGE) {
        return found;
      }
      page = store.openLots(accountId, asked, read);
    }
    return found;
  }

  static long sum(List<PointsLot> lots) {
    return lots.stream().mapToLong(l -> l.available).sum();
  }

  /** Takes so many points from the lots, in their order; how many from which. */
  static Map<PointsLot, Long> take(
      Booking booking, List<PointsLot> lots, Bucket into, long points) {
    Map<PointsLot, Long> taken = new LinkedHashMap<>();
    long missing = points;
    for (PointsLot lot : lots) {
      long part = Math.min(missing, lot.available);
      if (part > 0) {
        booking.move(lot, Bucket.AVAILABLE, into, part);
        taken.put(lot, part);
        missing -= part;
      }
    }
    return taken;
  }
}
