package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.config.PostPurchase;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.WatchedDataSource;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.IdleRest;

/**
 * What a node asks of the database while nothing happens in the shop, with the shipped settings.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdleNodeIT {
  private static final long POLL_MILLIS = 1_000;
  private static final double STATEMENTS_MOST = 60;

  private final PostPurchase plugin = HostContext.plugin();
  private final WatchedDataSource watch = HostContext.watch();

  @Test
  void an_idle_node_asks_at_most_sixty_statements_a_minute() {
    List<DueWork> work = plugin.getDueWork();
    while (work.stream().mapToInt(DueWork::runDue).sum() > 0) {
      // until nothing is left of other tests, nor of what their leftovers lead to
    }
    Map<String, Double> aMinute = new LinkedHashMap<>();
    boolean first = true;
    for (DueWork each : work) {
      watch.reset();
      assertThat(each.runDue()).as(each.name()).isZero();
      int statements = watch.statements().size();
      watch.reset();
      aMinute.put(each.name(), statements * IdleRest.looksAMinute(each, first, POLL_MILLIS));
      first = first && each.isUpkeep();
    }
    assertThat(aMinute.values().stream().mapToDouble(Double::doubleValue).sum())
        .as("statements a minute %s", aMinute)
        .isGreaterThan(20) // the counting works
        .isLessThanOrEqualTo(STATEMENTS_MOST);
  }
}
