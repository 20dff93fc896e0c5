package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.broadleafcommerce.common.time.SystemTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.config.SegmentParts;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.WatchedDataSource;
import org.postpurchase.segment.ConditionText;
import org.postpurchase.segment.Segment;
import org.postpurchase.segment.ShippedSegments;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.IdleRest;

/**
 * What a node asks of the database while nothing happens in the shop, with the shipped settings.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdleNodeIT {
  private static final long POLL_MILLIS = 1_000;
  private static final double STATEMENTS_MOST = 60;

  /** Looks at the database once a minute by the clock, however often it runs. */
  private static final String ONCE_A_MINUTE = "segments-time";

  private static long passed;

  private final Plugin plugin = HostContext.plugin();
  private final WatchedDataSource watch = HostContext.watch();

  @Test
  void an_idle_node_asks_at_most_sixty_statements_a_minute() {
    Map<String, Double> all = aMinute();
    assertThat(all.values().stream().mapToDouble(Double::doubleValue).sum())
        .as("statements a minute %s", all)
        .isGreaterThan(20) // the counting works
        .isLessThanOrEqualTo(STATEMENTS_MOST);
  }

  /** All shipped segments, ten of which wait for time. */
  @Test
  void nor_does_one_that_keeps_segments() {
    SegmentParts segments = plugin.getSegments();
    List<Segment> kept = new ArrayList<>();
    ShippedSegments.all("EUR")
        .forEach(
            (key, conditions) ->
                kept.add(
                    segments.segments.save().add(key, true, ConditionText.write(conditions), key)));
    try {
      Map<String, Double> all = aMinute();
      assertThat(all.get("people-follow")).as("%s", all).isPositive();
      assertThat(all.get("segments-build")).as("%s", all).isPositive();
      assertThat(all.values().stream().mapToDouble(Double::doubleValue).sum())
          .as("statements a minute %s", all)
          .isLessThanOrEqualTo(STATEMENTS_MOST);
    } finally {
      kept.forEach(
          segment ->
              segments
                  .segments
                  .save()
                  .remove(segment.id, segments.segments.store().find(segment.id).get().edition));
    }
  }

  private static void runAll(List<DueWork> work) {
    while (work.stream().mapToInt(DueWork::runDue).sum() > 0) {
      // until nothing is left of other tests, nor of what their leftovers lead to
    }
  }

  private static void later(int minutes) {
    passed += TimeUnit.MINUTES.toMillis(minutes);
    long ahead = passed;
    SystemTime.setGlobalTimeSource(() -> System.currentTimeMillis() + ahead);
  }

  @AfterEach
  void return_to_the_present() {
    passed = 0;
    SystemTime.resetGlobalTimeSource();
  }

  /** In the day: what is done once a night, between two and five, is not what an idle node asks. */
  private Map<String, Double> aMinute() {
    List<DueWork> work = plugin.getDueWork();
    boolean night = plugin.getClock().instant().atOffset(ZoneOffset.UTC).getHour() < 6;
    later(night ? 6 * 60 : 0);
    runAll(work);
    later(2); // what has changed lately is looked at closely for a minute
    runAll(work);
    Map<String, Double> aMinute = new LinkedHashMap<>();
    boolean first = true;
    for (DueWork each : work) {
      boolean once = each.name().equals(ONCE_A_MINUTE);
      later(once ? 1 : 0);
      watch.reset();
      assertThat(each.runDue()).as(each.name()).isZero();
      int statements = watch.statements().size();
      watch.reset();
      double looks = IdleRest.looksAMinute(each, first, POLL_MILLIS);
      aMinute.put(each.name(), statements * (once ? 1 : looks));
      first = first && each.isUpkeep();
    }
    return aMinute;
  }
}
