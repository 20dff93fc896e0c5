package org.postpurchase.demo.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Knows how far a database has come on its way to being a shop, so that a start that was killed
 * half-way can be repeated.
 *
 * <p>One row in {@code DEMO_SETUP}: {@code CREATING} before the host makes its tables, {@code
 * LOADED} by the last statement of the catalogue import, {@code READY} once the shop has answered.
 * Anything short of {@code READY} is created again from nothing; a database with a shop that is not
 * ours is refused and left alone.
 */
final class ShopSetup {
  private static final String READY = "READY";
  private static final String LOADED = "LOADED";

  private final DemoDatabase database;

  ShopSetup(DemoDatabase database) {
    this.database = database;
  }

  /**
   * Decides whether the tables have to be made.
   *
   * @return true if the host must create tables and catalogue in this start
   * @throws DemoFailure if the database holds a shop that the demo store did not make
   */
  boolean begin() throws SQLException {
    if (database.hasTable("DEMO_SETUP")) {
      return !READY.equals(state());
    }
    if (database.hasTable("BLC_ORDER")) {
      throw new DemoFailure(
          "The database "
              + database
              + " already holds a Broadleaf shop that the demo store did not create."
              + " It was left untouched; give DEMO_DB_URL an empty database.");
    }
    database.execute(
        "create table DEMO_SETUP (ID int not null primary key, STATE varchar(20) not null, CLOCK_OFFSET bigint not null)");
    return true;
  }

  /**
   * Notes that creation begins; everything made by an earlier, unfinished start counts as rubbish
   * from here.
   */
  void creating() throws SQLException {
    database.execute("delete from DEMO_SETUP");
    database.execute("insert into DEMO_SETUP (ID, STATE, CLOCK_OFFSET) values (1, 'CREATING', 0)");
  }

  /**
   * Notes that the shop works.
   *
   * @throws DemoFailure if the catalogue import did not reach its last statement
   */
  void ready() throws SQLException {
    String state = state();
    if (!READY.equals(state) && !LOADED.equals(state)) {
      throw new DemoFailure("Creating tables and catalogue in " + database + " broke off.");
    }
    database.execute("update DEMO_SETUP set STATE = 'READY'");
  }

  /** The clock offset of the last run in milliseconds; 0 for a new shop. */
  long clockOffsetMillis() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select CLOCK_OFFSET from DEMO_SETUP")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** Keeps the clock offset for the next start. */
  void saveClockOffset(long offsetMillis) {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement update =
            connection.prepareStatement("update DEMO_SETUP set CLOCK_OFFSET = ?")) {
      update.setLong(1, offsetMillis);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The shop's time could not be saved, so it was not moved.", e);
    }
  }

  private String state() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select STATE from DEMO_SETUP")) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
