package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.broadleaf.testkit.CrashingCheckout;
import org.postpurchase.broadleaf.testkit.ShopProcess;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A shop is halted in the middle of a checkout, again and again, on PostgreSQL with fsync on: there
 * are exactly as many events as submitted orders, none missing and none extra.
 *
 * <p>Rounds per point: system property {@code pp.crash.rounds} (1 in a normal build; {@code
 * .ci/nightly} asks for more). The shop also starts with {@code hbm2ddl.auto=validate} each time.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckoutCrashIT {
  private static TestDatabase database;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void a_shop_with_tables() throws Exception {
    database = TestDatabase.postgres();
    jdbc = new JdbcTemplate(database.dataSource());
    assertThat(shop("create", "none", 1)).isZero();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"before-commit", "after-commit"})
  @Tag("long")
  void events_equal_submitted_orders_when_the_jvm_dies_beside_the_commit(String point)
      throws Exception {
    dies(point);
  }

  @ParameterizedTest
  @ValueSource(strings = {"after-completion", "before-insert", "after-insert"})
  @Tag("nightly")
  void events_equal_submitted_orders_wherever_the_jvm_dies(String point) throws Exception {
    dies(point);
  }

  private static void dies(String point) throws Exception {
    int rounds = Integer.getInteger("pp.crash.rounds", 1);
    for (int round = 1; round <= rounds; round++) {
      assertThat(shop("validate", point, 1 + round % 3)).isEqualTo(CrashingCheckout.HALTED);
      assertThat(missing()).as("submitted orders without an event, round %s", round).isEmpty();
      assertThat(extra()).as("events without a submitted order, round %s", round).isEmpty();
      assertThat(twice()).as("orders with two events, round %s", round).isEmpty();
    }
  }

  private static List<Long> missing() {
    return jdbc.queryForList(
        "select ORDER_ID from BLC_ORDER where ORDER_STATUS = 'SUBMITTED' and ORDER_ID not in"
            + " (select ORDER_ID from PP_OUTBOX where HANDLER = 'intake' and FACT = 'SUBMITTED')",
        Long.class);
  }

  private static List<Long> extra() {
    return jdbc.queryForList(
        "select ORDER_ID from PP_OUTBOX where HANDLER = 'intake' and FACT = 'SUBMITTED' and"
            + " ORDER_ID not in (select ORDER_ID from BLC_ORDER where ORDER_STATUS = 'SUBMITTED')",
        Long.class);
  }

  private static List<Long> twice() {
    return jdbc.queryForList(
        "select ORDER_ID from PP_OUTBOX where HANDLER = 'intake' and FACT = 'SUBMITTED' group by"
            + " ORDER_ID having count(*) > 1",
        Long.class);
  }

  private static int shop(String hbm2ddl, String point, int orders) throws Exception {
    return ShopProcess.run(CrashingCheckout.class, database, hbm2ddl, point, orders);
  }
}
