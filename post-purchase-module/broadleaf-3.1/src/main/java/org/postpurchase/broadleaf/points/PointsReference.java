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
      Pattern.compile("points=(\\d{1,15});customer=(\\d{1,18});try=([0-9a-f]{12})");

  final long points;
  final long customerId;
  private final String attempt;

  private PointsReference(long points, long customerId, String attempt) {
    this.points = points;
    this.customerId = customerId;
    this.attempt = attempt;
  }

  /** A new attempt. */
  static PointsReference of(long points, long customerId) {
    String random = UUID.randomUUID().toString().replace("-", "");
    return new PointsReference(points, customerId, random.substring(0, 12));
  }

  /** Empty when somebody else wrote the payment's number. */
  static Optional<PointsReference> of(OrderPayment payment) {
    String number = payment.getReferenceNumber();
    Matcher parts = WRITTEN.matcher(number == null ? "" : number);
    return parts.matches()
        ? Optional.of(
            new PointsReference(
                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  /** The same in a new attempt. */
  PointsReference again() {
    return of(points, customerId);
  }

  /** As the payment and the ledger have it. */
  @Override
  public String toString() {
    return "points=" + points + ";customer=" + customerId + ";try=" + attempt;
  }
}
