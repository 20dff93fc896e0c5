package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
import org.postpurchase.splittest.Goal;
import org.postpurchase.splittest.RunSplitTests;
import org.postpurchase.splittest.SplitResult;
import org.postpurchase.splittest.SplitTests;
import org.postpurchase.splittest.Wording;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an A/B test counts of the host's real orders. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SplitTestIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());
  private static final long SERIES = 987_654_322;

  private final Shopper shopper = new Shopper(HostContext.get());
  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final Plugin plugin = HostContext.plugin();
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final RunSplitTests run = plugin.bean(RunSplitTests.class);
  private final SplitTests tests = plugin.bean(SplitTests.class);

  @BeforeEach
  @AfterEach
  void clear() {
    for (String table :
        List.of("PP_SPLIT_TEST", "PP_SPLIT_TEXT", "PP_SPLIT_PERSON", "PP_SPLIT_ORDER")) {
      jdbc.update("delete from " + table);
    }
  }

  @Test
  void who_ordered_counts_in_the_arm_and_who_cancelled_does_not() throws Exception {
    List<Wording> arms =
        List.of(
            new Wording("one", Collections.singletonMap("en", 1)),
            new Wording("other", Collections.singletonMap("en", 1)));
    assertThat(
            plugin
                .getTransactions()
                .<Boolean>call(() -> run.begin(SERIES, "step", arms, Goal.ORDERED)))
        .isTrue();
    String ada = noted("one");
    String bo = noted("other");
    jdbc.update("update PP_SPLIT_TEST set STARTED_AT = ?", past(Duration.ofDays(2)));
    jdbc.update("update PP_SPLIT_PERSON set SINCE = ?", past(Duration.ofDays(1)));
    plugin.getTransactions().run(() -> run.begin(SERIES + 1, "step", arms, Goal.ORDERED));

    shopper.buy(ada);
    Order cancelled = shopper.buy(bo);
    desk.relay();
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", cancelled.getId());
    jdbc.update("update PP_SPLIT_PERSON set SINCE = ?", past(Duration.ofDays(40)));

    SplitResult result = run.results(SERIES).get(0);
    assertThat(result.arms).extracting(arm -> arm.people).containsExactly(1L, 1L);
    assertThat(result.arms).extracting(arm -> arm.hits).containsExactly(1L, 0L);
    assertThat(jdbc.queryForObject("select count(*) from PP_SPLIT_ORDER", Long.class)).isEqualTo(2);
  }

  private Timestamp past(Duration ago) {
    return Timestamp.from(plugin.getClock().instant().minus(ago));
  }

  /** Somebody new whom chance gives that wording. */
  private String noted(String templateKey) {
    Instant now = plugin.getClock().instant();
    while (true) {
      String mailbox = "split" + PEOPLE.incrementAndGet() + "@test.example";
      SplitTests.Choice choice =
          tests.choose(
              new SplitTests.Sending(SERIES, 1, "step", 1, mailbox),
              new Wording.Text("one", "en", 1),
              now);
      if (choice.text.templateKey.equals(templateKey)) {
        Optional<SplitTests.Noted> noted = choice.noted;
        plugin.getTransactions().run(() -> tests.note(List.of(noted.get())));
        return mailbox;
      }
    }
  }
}
