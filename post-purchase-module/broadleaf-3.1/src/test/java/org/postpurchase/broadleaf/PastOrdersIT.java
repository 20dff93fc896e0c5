package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.shared.DueWork;
import org.springframework.jdbc.core.JdbcTemplate;

/** Switching a series on in a shop with a long history. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PastOrdersIT {
  private static final int ORDERS = 100_000;
  private static final int CHUNK = 2_000;
  private static final long FIRST_ID = 900_000_000L;

  private final Plugin plugin = HostContext.plugin();
  private final SettingsAccess settings = new SettingsAccess(HostContext.get());
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());

  @AfterEach
  void forget() {
    settings.deactivate("first-purchase");
    settings
        .transactions()
        .run(() -> jdbc.update("delete from BLC_ORDER where ORDER_ID >= ?", FIRST_ID));
  }

  @Test
  void a_hundred_thousand_past_orders_get_nothing() {
    placeLongAgo();
    HostContext.mail().clear();

    long now = plugin.getClock().millis();
    settings.activate("first-purchase", now);
    settings.activate("every-order", now);
    plugin.getSweep().sweep();
    for (int look = 0; look < 3; look++) {
      plugin.getDueWork().forEach(DueWork::runDue);
    }

    for (String table : List.of("PP_OUTBOX", "PP_ENROLLMENT", "PP_TOUCH_DECISION", "PP_MESSAGE")) {
      assertThat(count(table + " where ORDER_ID >= " + FIRST_ID)).as(table).isZero();
    }
    assertThat(HostContext.mail().mails())
        .noneMatch(mail -> mail.contains("past") && mail.contains("@test.example"));
  }

  /** Two years of orders up to the moment before the plugin came. */
  private void placeLongAgo() {
    Instant installed =
        settings
            .transactions()
            .call(
                () ->
                    jdbc.queryForObject(
                        "select INSTALLED_AT from PP_INSTALLATION", Timestamp.class))
            .toInstant();
    Instant last = installed.minus(Duration.ofDays(1));
    long customer = new Shopper(HostContext.get()).registered("history@test.example").getId();
    long gap = Duration.ofDays(730).toMillis() / ORDERS;
    for (int at = 0; at < ORDERS; at += CHUNK) {
      int base = at;
      settings
          .transactions()
          .run(
              () ->
                  jdbc.batchUpdate(
                      "insert into BLC_ORDER (ORDER_ID, CREATED_BY, DATE_CREATED, EMAIL_ADDRESS, ORDER_NUMBER, ORDER_STATUS,"
                          + " SUBMIT_DATE, CUSTOMER_ID) values (?, 0, ?, ?, ?, 'SUBMITTED', ?, ?)",
                      IntStream.range(0, CHUNK).boxed().collect(Collectors.toList()),
                      CHUNK,
                      (PreparedStatement insert, Integer i) -> {
                        int n = base + i;
                        Timestamp placed = Timestamp.from(last.minusMillis(gap * n));
                        insert.setLong(1, FIRST_ID + n);
                        insert.setTimestamp(2, placed);
                        insert.setString(3, "past" + n + "@test.example");
                        insert.setString(4, "PAST" + n);
                        insert.setTimestamp(5, placed);
                        insert.setLong(6, customer);
                      }));
    }
  }

  private long count(String table) {
    return settings
        .transactions()
        .call(() -> jdbc.queryForObject("select count(*) from " + table, Long.class));
  }
}
