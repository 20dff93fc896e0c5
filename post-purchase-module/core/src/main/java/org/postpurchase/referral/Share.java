package org.postpurchase.referral;

import java.math.BigInteger;
import java.util.List;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderSnapshot;

/** Which part of an order its buyer keeps, as an exact fraction. Immutable. */
final class Share {
  static final Share NOTHING = new Share(BigInteger.ZERO, BigInteger.ONE);
  static final Share ALL = new Share(BigInteger.ONE, BigInteger.ONE);

  private final BigInteger kept;
  private final BigInteger whole;

  private Share(BigInteger kept, BigInteger whole) {
    this.kept = kept;
    this.whole = whole;
  }

  /** By what each line cost; by units where nothing cost anything. */
  static Share ofLines(OrderSnapshot order, List<OrderLineProgress> progress) {
    long value = order.lines.stream().mapToLong(line -> line.total.amountMinor()).sum();
    BigInteger common = BigInteger.ONE;
    BigInteger kept = BigInteger.ZERO;
    for (OrderLine line : order.lines) {
      long worth = value > 0 ? line.total.amountMinor() : 1;
      OrderLineProgress p = of(progress, line.lineId);
      int ordered = p == null || p.ordered <= 0 ? 1 : p.ordered;
      int stays = p == null ? ordered : Math.max(0, p.ordered - p.returned - p.cancelled);
      // kept/common + worth*stays/ordered
      BigInteger per = BigInteger.valueOf(ordered);
      kept =
          kept.multiply(per)
              .add(BigInteger.valueOf(worth).multiply(BigInteger.valueOf(stays)).multiply(common));
      common = common.multiply(per);
    }
    BigInteger whole = BigInteger.valueOf(value > 0 ? value : order.lines.size()).multiply(common);
    return whole.signum() <= 0 ? ALL : new Share(kept, whole);
  }

  /** What is left after so much money was given back of so much. */
  static Share ofMoney(long refunded, long total) {
    if (total <= 0 || refunded <= 0) {
      return ALL;
    }
    return new Share(BigInteger.valueOf(Math.max(0, total - refunded)), BigInteger.valueOf(total));
  }

  private static OrderLineProgress of(List<OrderLineProgress> progress, long lineId) {
    return progress.stream().filter(p -> p.lineId == lineId).findFirst().orElse(null);
  }

  /** The smaller one: a refund for a line that came back is one fact told twice. */
  Share orLess(Share other) {
    return kept.multiply(other.whole).compareTo(other.kept.multiply(whole)) <= 0 ? this : other;
  }

  boolean isNothing() {
    return kept.signum() <= 0;
  }

  boolean isAll() {
    return kept.compareTo(whole) >= 0;
  }

  /** That part of so many points, rounded down. */
  long of(long points) {
    return kept.multiply(BigInteger.valueOf(points)).divide(whole).longValueExact();
  }
}
