package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.holdout.Arm;
import org.postpurchase.holdout.Effect;
import org.postpurchase.holdout.Holdout;
import org.postpurchase.holdout.HoldoutStore;
import org.postpurchase.holdout.MeasureSeries;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a comparison counts of the host's real orders. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldoutIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());
  private static final long SERIES = 987_654_321;

  private final Shopper shopper = new Shopper(HostContext.get());
  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final Plugin plugin = HostContext.plugin();
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final HoldoutStore store = plugin.bean(HoldoutStore.class);
  private final MeasureSeries measure = plugin.bean(MeasureSeries.class);

  @BeforeEach
  @AfterEach
  void clear() {
    for (String table : List.of("PP_HOLDOUT", "PP_HOLDOUT_PERSON", "PP_HOLDOUT_ORDER")) {
      jdbc.update("delete from " + table);
    }
  }

  @Test
  void an_order_counts_with_what_is_kept_of_it_and_a_cancelled_one_does_not() throws Exception {
    Instant written = plugin.getClock().instant().minus(Duration.ofDays(1));
    Holdout holdout =
        new Holdout(SERIES, 1, 50, "0123456789abcdef", written.minusSeconds(60), null);
    plugin.getTransactions().run(() -> store.begin(holdout));
    String ada = person(holdout, Arm.MESSAGED);
    String bo = person(holdout, Arm.HELD_BACK);
    plugin
        .getTransactions()
        .run(() -> store.note(List.of(holdout.place(ada, written), holdout.place(bo, written))));
    Order kept = shopper.buy(ada);
    Order cancelled = shopper.buy(bo);
    forgetKnownComparisons();
    desk.relay();
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", cancelled.getId());
    jdbc.update(
        "update PP_HOLDOUT_PERSON set SINCE = ?",
        java.sql.Timestamp.from(Instant.EPOCH.plusSeconds(86_400)));

    Effect effect = measure.effects().get(SERIES);
    assertThat(effect.of(Arm.MESSAGED).people).isEqualTo(1);
    assertThat(effect.of(Arm.MESSAGED).buyers).isEqualTo(1);
    assertThat(effect.of(Arm.HELD_BACK).people).isEqualTo(1);
    assertThat(effect.of(Arm.HELD_BACK).buyers).isZero();
    assertThat(effect.of(Arm.MESSAGED).money.values())
        .singleElement()
        .satisfies(
            sum ->
                assertThat((BigDecimal) sum).isEqualByComparingTo(kept.getSubTotal().getAmount()));
    assertThat(effect.of(Arm.HELD_BACK).money).isEmpty();
  }

  /** This node reads comparisons once in ten seconds; changing one makes it read them anew. */
  private void forgetKnownComparisons() {
    plugin.getTransactions().run(() -> measure.hold(SERIES + 1, 5));
  }

  private static String person(Holdout holdout, Arm arm) {
    while (true) {
      String mailbox = "held" + PEOPLE.incrementAndGet() + "@test.example";
      if (holdout.place(mailbox, Instant.EPOCH).arm == arm) {
        return mailbox;
      }
    }
  }
}
