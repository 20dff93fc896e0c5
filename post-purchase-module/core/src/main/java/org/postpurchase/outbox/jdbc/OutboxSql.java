package org.postpurchase.outbox.jdbc;

import org.postpurchase.shared.jdbc.SqlDialect;

/** Every statement on PP_OUTBOX, named by intent. */
final class OutboxSql {
  private static final String COLUMNS =
      "OUTBOX_ID, ENTRY_KEY, HANDLER, FACT, ORDER_ID, PAYLOAD, SOURCE, OCCURRED_AT, RECORDED_AT, STATE, DUE_AT, ATTEMPTS,"
          + " LEASE_EPOCH, REASON";
  static final String HELD = " where OUTBOX_ID = ? and LEASE_EPOCH = ? and STATE = 'WAITING'";

  private static final String INSERT =
      "insert into PP_OUTBOX (ENTRY_KEY, HANDLER, FACT, ORDER_ID, PAYLOAD, SOURCE, OCCURRED_AT, RECORDED_AT, STATE, DUE_AT";
  private static final String SEVEN = "?, ?, ?, ?, ?, ?, ?, ";

  private static final String LEASE =
      "update PP_OUTBOX set LEASE_OWNER = ?, LEASE_EPOCH = LEASE_EPOCH + 1, ATTEMPTS = ATTEMPTS + 1, LEASE_UNTIL = ";

  static final String NEXT_DUE = "select min(DUE_AT) DUE_AT from PP_OUTBOX where STATE = 'WAITING'";
  static final String FIND = "select " + COLUMNS + " from PP_OUTBOX where ENTRY_KEY = ?";
  static final String COUNT_EVENTS =
      "select count(*) from PP_OUTBOX where ORDER_ID = ? and FACT = ? and HANDLER = 'intake' and SOURCE <> 'SERVICE'";
  static final String COUNT = "select count(*) from PP_OUTBOX where STATE = ?";
  static final String ALL = "select " + COLUMNS + " from PP_OUTBOX";
  static final String LIST =
      "select "
          + COLUMNS
          + " from PP_OUTBOX where STATE = ? order by OUTBOX_ID desc limit ? offset ?";
  static final String FINISH =
      "update PP_OUTBOX set STATE = 'DONE', FINISHED_AT = ?, LEASE_UNTIL = null, LEASE_OWNER = null, REASON = null"
          + HELD;
  static final String FINISH_MANY =
      "update PP_OUTBOX set STATE = 'DONE', FINISHED_AT = ?, LEASE_UNTIL = null, LEASE_OWNER = null,"
          + " REASON = null where STATE = 'WAITING' and LEASE_EPOCH = ? and ";
  static final String RETRY_LATER =
      "update PP_OUTBOX set DUE_AT = ?, REASON = ?, LEASE_UNTIL = null, LEASE_OWNER = null" + HELD;
  static final String ASK_AGAIN =
      "update PP_OUTBOX set ATTEMPTS = ATTEMPTS - 1, DUE_AT = ?, REASON = ?, LEASE_UNTIL = null, LEASE_OWNER = null"
          + HELD;
  static final String BLOCK =
      "update PP_OUTBOX set STATE = 'BLOCKED', FINISHED_AT = ?, REASON = ?, LEASE_UNTIL = null, LEASE_OWNER = null"
          + HELD;
  static final String GIVE_BACK =
      "update PP_OUTBOX set ATTEMPTS = ATTEMPTS - 1, LEASE_UNTIL = null, LEASE_OWNER = null" + HELD;
  static final String UNBLOCK =
      "update PP_OUTBOX set STATE = 'WAITING', DUE_AT = ?, ATTEMPTS = 0, FINISHED_AT = null"
          + " where OUTBOX_ID = ? and STATE = 'BLOCKED'";

  final String append;
  final String findLatest;
  final String selectDue;
  private final SqlDialect dialect;

  OutboxSql(SqlDialect dialect) {
    this.dialect = dialect;
    append = INSERT + ") values (" + SEVEN + dialect.now() + ", 'WAITING', ?)";
    findLatest = FIND + dialect.latest();
    selectDue =
        "select "
            + COLUMNS
            + " from PP_OUTBOX where STATE = 'WAITING' and DUE_AT <= ?"
            + " and (LEASE_UNTIL is null or LEASE_UNTIL < "
            + dialect.now()
            + ")"
            + " order by DUE_AT, OUTBOX_ID limit ?"
            + (dialect.canSkipLocked() ? " for update skip locked" : "");
  }

  /** {@link #append} with the owner of the lease behind it. */
  String appendClaimed(int seconds) {
    return INSERT
        + ", LEASE_OWNER, LEASE_UNTIL, LEASE_EPOCH, ATTEMPTS) values ("
        + SEVEN
        + dialect.now()
        + ", 'WAITING', ?, ?, "
        + dialect.nowPlusSeconds(seconds)
        + ", 1, 1)";
  }

  String prolong(int seconds) {
    return "update PP_OUTBOX set LEASE_UNTIL = " + dialect.nowPlusSeconds(seconds) + HELD;
  }

  /** Without a condition. */
  String lease(int seconds) {
    return LEASE + dialect.nowPlusSeconds(seconds);
  }
}
