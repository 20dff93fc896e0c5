package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * After how long buyers of a product usually order it again: the median of the times between two
 * orders of the same person, from thirty such times on. Fewer say nothing.
 *
 * <p>What was found is kept for a day, and at most twenty products are looked up at a time: one
 * that is not among them is asked again with its next order. Safe for concurrent use.
 */
public final class ReorderGaps {
  static final int REPEATS = 30;
  private static final int AT_ONCE = 20;
  private static final int KEPT_MAX = 10_000;
  private static final Duration KEPT = Duration.ofDays(1);

  /** Two orders within a day are one that was changed. */
  private static final Duration SHORTEST = Duration.ofDays(1);

  private final Repeats repeats;
  private final Clock clock;
  private final Map<Long, Known> known = new ConcurrentHashMap<>();

  /** Who bought a product when. Joins the caller's transaction and changes nothing. */
  public interface Repeats {
    /**
     * Moments at which people who have bought the product more than once have bought it and kept
     * something of it, by person, of a thousand people; in any order.
     */
    Map<Long, List<Instant>> of(long productId);
  }

  private static final class Known {
    final Duration gap;
    final Instant until;

    Known(Duration gap, Instant until) {
      this.gap = gap;
      this.until = until;
    }
  }

  public ReorderGaps(Repeats repeats, Clock clock) {
    this.repeats = requireNonNull(repeats, "repeats");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Of those of the products of which it is known. */
  public Map<Long, Duration> of(Set<Long> productIds) {
    Instant now = clock.instant();
    Map<Long, Duration> gaps = new HashMap<>();
    int asked = 0;
    for (long product : productIds) {
      Known found = known.get(product);
      if ((found == null || !now.isBefore(found.until)) && asked < AT_ONCE) {
        asked++;
        found = new Known(median(repeats.of(product).values()), now.plus(KEPT));
        if (known.size() >= KEPT_MAX) {
          known.clear();
        }
        known.put(product, found);
      }
      if (found != null && found.gap != null) {
        gaps.put(product, found.gap);
      }
    }
    return gaps;
  }

  /** Null when there are too few. The lower of the two middle ones of an even number. */
  static Duration median(Iterable<List<Instant>> people) {
    List<Duration> gaps = new ArrayList<>();
    for (List<Instant> bought : people) {
      List<Instant> sorted = new ArrayList<>(bought);
      Collections.sort(sorted);
      for (int i = 1; i < sorted.size(); i++) {
        Duration gap = Duration.between(sorted.get(i - 1), sorted.get(i));
        if (gap.compareTo(SHORTEST) >= 0) {
          gaps.add(gap);
        }
      }
    }
    Collections.sort(gaps);
    return gaps.size() < REPEATS ? null : gaps.get((gaps.size() - 1) / 2);
  }
}
