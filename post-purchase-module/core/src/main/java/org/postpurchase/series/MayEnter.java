package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the same person may enter a series again. Runs that ended by cancellation never count.
 */
final class MayEnter {
  private static final String PRODUCTS = ":products:";
  private static final int KEY_MAX = 160;

  private MayEnter() {}

  /**
   * What speaks against another run. {@link ReEntry#EACH_PRODUCT} is about {@link #newProducts}.
   */
  static Optional<ReasonCode> objection(
      SeriesDefinition series, List<Enrollment> runs, Instant at) {
    boolean inside = runs.stream().anyMatch(run -> run.state == EnrollmentState.ACTIVE);
    switch (series.reEntry) {
      case NEVER:
        return when(runs.stream().anyMatch(MayEnter::counts), ReasonCode.ALREADY_ENROLLED);
      case WHEN_FINISHED:
        return when(inside, ReasonCode.ALREADY_ENROLLED);
      case EACH_PERIOD:
        Instant earliest = at.minus(Duration.ofDays(series.periodDays));
        boolean early =
            runs.stream().filter(MayEnter::counts).anyMatch(r -> r.enteredAt.isAfter(earliest));
        return inside
            ? Optional.of(ReasonCode.ALREADY_ENROLLED)
            : when(early, ReasonCode.TOO_SOON_AGAIN);
      default:
        return Optional.empty();
    }
  }

  private static Optional<ReasonCode> when(boolean is, ReasonCode reason) {
    return is ? Optional.of(reason) : Optional.empty();
  }

  static boolean counts(Enrollment run) {
    return run.state != EnrollmentState.EXITED || run.reason != ReasonCode.ORDER_CANCELLED;
  }

  /**
   * Those of the products that no earlier run that counts was about.
   *
   * @param keysOfRuns keys of such runs, made with {@link #productsKey}
   */
  static Set<Long> newProducts(Set<Long> products, Collection<String> keysOfRuns) {
    Set<Long> left = new LinkedHashSet<>(products);
    for (String key : keysOfRuns) {
      int at = key.lastIndexOf(PRODUCTS);
      if (at >= 0) {
        for (String id : key.substring(at + PRODUCTS.length()).split("\\.")) {
          left.remove(Long.valueOf(id, Character.MAX_RADIX));
        }
      }
    }
    return left;
  }

  /** Part of a run's key that says which products it is about; some thirty of them. */
  static String productsKey(Set<Long> products) {
    String ids =
        products.stream()
            .sorted()
            .map(id -> Long.toString(id, Character.MAX_RADIX))
            .collect(Collectors.joining("."));
    return PRODUCTS
        + (ids.length() <= KEY_MAX ? ids : ids.substring(0, ids.lastIndexOf('.', KEY_MAX)));
  }
}
