package org.postpurchase.demo;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.postpurchase.migrations.testkit.TestDatabase;

/** A demo store on a database that outlives it, and a look into that database. */
final class Shop implements AutoCloseable {
  private final TestDatabase database;
  private DemoProcess demo;

  Shop(TestDatabase database) {
    this.database = database;
    restart();
  }

  void restart() {
    demo = DemoProcess.start(environment(database));
  }

  URI url() {
    return demo.url();
  }

  void kill() {
    demo.kill();
  }

  long submittedOrders() {
    return number("select count(*) from BLC_ORDER where ORDER_STATUS = 'SUBMITTED'");
  }

  long events() {
    return number("select count(*) from PP_OUTBOX where HANDLER = 'intake' and FACT = 'SUBMITTED'");
  }

  long mails() {
    return number("select count(*) from DEMO_MAIL");
  }

  /** Orders with more than one message. */
  List<String> mailedTwice() {
    return texts("select ORDER_ID from PP_MESSAGE group by ORDER_ID having count(*) > 1");
  }

  /** Reasons of whatever is blocked, failed or uncertain. */
  List<String> unwell() {
    List<String> reasons = texts("select REASON from PP_OUTBOX where STATE = 'BLOCKED'");
    reasons.addAll(texts("select REASON from PP_MESSAGE where STATE in ('FAILED', 'UNCERTAIN')"));
    return reasons;
  }

  /** Waits until the mailbox holds one mail for each submitted order. */
  void awaitMailsEqualToOrders(int secondsMax) {
    Instant end = Instant.now().plusSeconds(secondsMax);
    while (mails() != submittedOrders()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            submittedOrders()
                + " orders, "
                + events()
                + " events, "
                + mails()
                + " mails after "
                + secondsMax
                + " s; "
                + unwell());
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /** Waits until so many orders are submitted, or so long. */
  void awaitOrders(long orders, int secondsMax) {
    Instant end = Instant.now().plusSeconds(secondsMax);
    while (submittedOrders() < orders && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  @Override
  public void close() {
    demo.close();
  }

  /** What makes a demo store use that database. */
  static Map<String, String> environment(TestDatabase database) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DEMO_DB_URL", database.jdbcUrl());
    environment.put("DEMO_DB_USER", database.user());
    environment.put("DEMO_DB_PASSWORD", database.password());
    environment.values().removeIf(Objects::isNull);
    return environment;
  }

  private long number(String sql) {
    return Long.parseLong(texts(sql).get(0));
  }

  private List<String> texts(String sql) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
