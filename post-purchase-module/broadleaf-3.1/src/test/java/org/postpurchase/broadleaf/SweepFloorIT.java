package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sweep that runs every few minutes does not read all orders that a shop ever had. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SweepFloorIT {
  private static final long FIRST_ID = 950_000_000L;
  private static final long OLD_CART = 940_000_000L;
  private static final String TASK = "order-sweep-floor";

  private final SettingsAccess settings = new SettingsAccess(HostContext.get());
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final long customer =
      new Shopper(HostContext.get()).registered("floor@test.example").getId();

  @BeforeEach
  void many_orders_of_this_week() {
    HostContext.watch().reset();
    update("delete from PP_TASK_PROGRESS where TASK = ?", TASK);
    Timestamp longAgo = Timestamp.from(Instant.now().minus(Duration.ofDays(30)));
    update("update BLC_ORDER set SUBMIT_DATE = ? where ORDER_ID < ?", longAgo, OLD_CART);
    LongStream.range(FIRST_ID, FIRST_ID + 25).forEach(this::place);
  }

  @AfterEach
  void forget() {
    for (String table : new String[] {"PP_OUTBOX", "BLC_ORDER"}) {
      update("delete from " + table + " where ORDER_ID >= ? or ORDER_ID = ?", FIRST_ID, OLD_CART);
    }
    update("delete from PP_TASK_PROGRESS where TASK = ?", TASK);
  }

  @Test
  void it_reads_from_a_remembered_order_on_and_once_a_day_all_of_them() {
    assertThat(sweep()).as("all of them").isGreaterThanOrEqualTo(25);
    assertThat(ofThisWeekUpTo(floor())).as("orders below the floor").isEqualTo(20);

    place(FIRST_ID + 25);
    place(OLD_CART);
    assertThat(sweep()).as("the new one, not the cart of long ago").isEqualTo(1);

    Instant yesterday = HostContext.plugin().getClock().instant().minus(Duration.ofHours(25));
    update("update PP_TASK_PROGRESS set CHANGED_AT = ? where TASK = ?", Utc.param(yesterday), TASK);
    assertThat(sweep()).as("a day later the cart of long ago too").isEqualTo(1);
    assertThat(sweep()).isZero();
  }

  private static int sweep() {
    return HostContext.plugin().getSweep().sweep();
  }

  private long floor() {
    return ask("select REACHED_ID from PP_TASK_PROGRESS where TASK = ?", TASK);
  }

  private long ofThisWeekUpTo(long id) {
    Timestamp since = Timestamp.from(Instant.now().minus(Duration.ofDays(7)));
    return ask(
        "select count(*) from BLC_ORDER where ORDER_STATUS in ('SUBMITTED', 'CANCELLED')"
            + " and SUBMIT_DATE >= ? and ORDER_ID <= ?",
        since,
        id);
  }

  private long ask(String sql, Object... args) {
    return settings.transactions().call(() -> jdbc.queryForObject(sql, Long.class, args));
  }

  private void place(long id) {
    Timestamp now = Timestamp.from(Instant.now());
    update(
        "insert into BLC_ORDER (ORDER_ID, CREATED_BY, DATE_CREATED, EMAIL_ADDRESS, ORDER_NUMBER,"
            + " ORDER_STATUS, SUBMIT_DATE, CUSTOMER_ID) values (?, 0, ?, ?, ?, 'SUBMITTED', ?, ?)",
        id,
        now,
        "floor@test.example",
        "FLOOR" + id,
        now,
        customer);
  }

  private void update(String sql, Object... args) {
    settings.transactions().run(() -> jdbc.update(sql, args));
  }
}
