package org.postpurchase.migrations.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

final class HsqldbMemory {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private HsqldbMemory() {}

  static TestDatabase fresh() {
    String url = "jdbc:hsqldb:mem:pp_test_" + COUNT.incrementAndGet() + ";hsqldb.tx=mvcc";
    return new TestDatabase("hsqldb", url, "SA", "", () -> shutdown(url));
  }

  private static void shutdown(String url) {
    try (Connection connection = DriverManager.getConnection(url, "SA", "")) {
      connection.createStatement().execute("shutdown immediately");
    } catch (SQLException e) {
      throw new IllegalStateException(url + " did not shut down", e);
    }
  }
}
