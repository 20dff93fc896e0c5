package org.postpurchase.order;

import java.util.List;
import java.util.stream.Collectors;
import org.postpurchase.shared.Sha256;

/** The detail of a report about lines, short enough to be kept with its event. */
final class Payload {
  private static final int LENGTH_MAX = 2000;
  private static final int REQUEST_MAX = 100;

  private Payload() {}

  /** What was asked for, to recognise a repetition; long ones as their digest. */
  static String request(List<LineQuantity> asked) {
    String text = asked.isEmpty() ? "all" : text(asked);
    return text.length() <= REQUEST_MAX ? text : "sha256:" + Sha256.of(text);
  }

  /**
   * @throws LifecycleRefusedException when the lines are too many for one event
   */
  static String of(long orderId, String request, List<LineQuantity> units) {
    String payload = request + ";lines=" + text(units);
    if (payload.length() > LENGTH_MAX) {
      throw new LifecycleRefusedException(
          "A report about "
              + units.size()
              + " lines of order "
              + orderId
              + " is too long; name the lines in several reports of up to 100, each with its own reference.");
    }
    return payload;
  }

  private static String text(List<LineQuantity> units) {
    return units.stream().map(LineQuantity::toString).collect(Collectors.joining(","));
  }
}
