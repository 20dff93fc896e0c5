package org.postpurchase.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The single row of {@code PP_CHANGELOG_LOCK}. Every call borrows a connection and commits by
 * itself, so that other processes see it at once.
 */
final class LockRow {
  private static final String CREATE =
      "create table PP_CHANGELOG_LOCK (LOCK_ID int not null primary key, OWNER varchar(200),"
          + " BEAT bigint not null)";
  private static final String INSERT =
      "insert into PP_CHANGELOG_LOCK (LOCK_ID, OWNER, BEAT) values (1, null, 0)";
  private static final String READ = "select OWNER, BEAT from PP_CHANGELOG_LOCK where LOCK_ID = 1";
  private static final String TAKE =
      "update PP_CHANGELOG_LOCK set OWNER = ?, BEAT = BEAT + 1 where LOCK_ID = 1 and BEAT = ?";
  private static final String BEAT =
      "update PP_CHANGELOG_LOCK set BEAT = BEAT + 1 where LOCK_ID = 1 and OWNER = ?";
  private static final String FREE =
      "update PP_CHANGELOG_LOCK set OWNER = null, BEAT = BEAT + 1 where LOCK_ID = 1 and OWNER = ?";

  private final DataSource dataSource;

  LockRow(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes sure that table and row exist, whoever else is doing the same at the same time. */
  void prepare() throws SQLException {
    dataSource.getConnection().close(); // an unreachable database is another error than these below
    if (!isReadable()) {
      try {
        execute(CREATE);
      } catch (SQLException e) {
        if (!isReadable()) {
          throw notCreated(e);
        }
      }
    }
    if (findState() == null) {
      try {
        execute(INSERT);
      } catch (SQLException e) {
        if (findState() == null) {
          throw e;
        }
      }
    }
  }

  State read() throws SQLException {
    State state = findState();
    if (state == null) {
      throw new SQLException("PP_CHANGELOG_LOCK lost its only row while it was in use");
    }
    return state;
  }

  /** Takes the row if nobody changed it since it was {@code seen}. */
  boolean take(String owner, State seen) throws SQLException {
    return update(TAKE, owner, seen.beat);
  }

  /** Shows that {@code owner} lives; false if the row is no longer his. */
  boolean beat(String owner) throws SQLException {
    return update(BEAT, owner);
  }

  void free(String owner) throws SQLException {
    update(FREE, owner);
  }

  /** Asked by trying, because pools of the host's age do not answer questions about schemas. */
  private boolean isReadable() {
    try {
      findState();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private State findState() throws SQLException {
    return withConnection(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(READ)) {
            return rows.next() ? new State(rows.getString(1), rows.getLong(2)) : null;
          }
        });
  }

  private void execute(String sql) throws SQLException {
    withConnection(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  private boolean update(String sql, Object... arguments) throws SQLException {
    return withConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
              statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate() == 1;
          }
        });
  }

  private <T> T withConnection(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      try {
        return work.on(connection);
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    }
  }

  private static MigrationException notCreated(SQLException e) {
    return new MigrationException(
        "PP_CHANGELOG_LOCK can neither be read nor be created ("
            + e.getMessage()
            + "). Give the database user the right to create tables, or let an administrator run"
            + " the SQL that the command prints with --offline.",
        e);
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** What a look at the row showed. */
  static final class State {
    final String owner;
    final long beat;

    State(String owner, long beat) {
      this.owner = owner;
      this.beat = beat;
    }

    boolean isHeld() {
      return owner != null;
    }

    boolean sameHolderAndBeat(State other) {
      return beat == other.beat && Objects.equals(owner, other.owner);
    }
  }
}
