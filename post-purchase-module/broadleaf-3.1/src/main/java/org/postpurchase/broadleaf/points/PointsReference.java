package org.postpurchase.broadleaf.points;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafcommerce.core.payment.domain.OrderPayment;

/**
 * The reference number of a points payment: how many points, whose, and which attempt. Immutable.
 * The ledger keeps the hold under the whole of it, so an attempt that has come to nothing is never
 * taken for the next one.
 */
final class PointsReference {
  private static final Pattern WRITTEN =
      Pattern.compile("(points|all)=(\\d{1,15});customer=(\\d{1,18});try=([0-9a-f]{12})");

  final long points;
  final long customerId;

  /** Whether the shopper wants to use as many as can be used, whatever the cart comes to. */
  final boolean all;

  private final String attempt;

  private PointsReference(boolean all, long points, long customerId, String attempt) {
    this.all = all;
    this.points = points;
    this.customerId = customerId;
    this.attempt = attempt;
  }

  /** A new attempt. */
  static PointsReference of(boolean all, long points, long customerId) {
    String random = UUID.randomUUID().toString().replace("-", "");
    return new PointsReference(all, points, customerId, random.substring(0, 12));
  }

  /** Empty when somebody else wrote the payment's number. */
  static Optional<PointsReference> of(OrderPayment payment) {
    String number = payment.getReferenceNumber();
    Matcher parts = WRITTEN.matcher(number == null ? "" : number);
    return parts.matches()
        ? Optional.of(
            new PointsReference(
                parts.group(1).equals("all"),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                parts.group(4)))
        : Optional.empty();
  }

  /** The same in a new attempt. */
  PointsReference again() {
    return of(all, points, customerId);
  }

  /** As the payment and the ledger have it. */
  @Override
  public String toString() {
    return (all ? "all=" : "points=") + points + ";customer=" + customerId + ";try=" + attempt;
  }
}
