package org.postpurchase.series.jdbc;

import org.postpurchase.shared.jdbc.SqlDialect;

/** Every statement on PP_STEP_EXECUTION, named by intent. */
final class ExecutionSql {
  static final String SELECT =
      "select EXECUTION_ID, ENROLLMENT_ID, STEP_KEY, STATE, DUE_AT, PLANNED_AT, ATTEMPTS, EPOCH,"
          + " REASON from PP_STEP_EXECUTION";
  static final String ADD =
      "insert into PP_STEP_EXECUTION (ENROLLMENT_ID, STEP_KEY, POSITION, STATE, DUE_AT, PLANNED_AT)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String HELD = " where EXECUTION_ID = ? and EPOCH = ?";

  /** Where rows cannot be locked while reading: of two claimers one changes the epoch. */
  static final String TAKE =
      "update PP_STEP_EXECUTION set EPOCH = EPOCH + 1" + HELD + " and STATE = 'SCHEDULED'";

  static final String SCHEDULE =
      "update PP_STEP_EXECUTION set STATE = 'SCHEDULED', DUE_AT = ?, PLANNED_AT = ?, EPOCH = EPOCH"
          + " + 1 where EXECUTION_ID = ? and STATE in ('WAITING', 'SCHEDULED')";
  static final String DEFER =
      "update PP_STEP_EXECUTION set DUE_AT = ?, REASON = ?, DEFERRED = DEFERRED + 1, EPOCH = EPOCH"
          + " + 1"
          + HELD
          + " and STATE = 'SCHEDULED'";
  static final String FINISH =
      "update PP_STEP_EXECUTION set STATE = ?, REASON = ?, FINISHED_AT = ?, EPOCH = EPOCH + 1"
          + HELD
          + " and STATE in ('WAITING', 'SCHEDULED', 'PARKED')";
  static final String CANCEL =
      "update PP_STEP_EXECUTION set STATE = 'CANCELLED', REASON = ?, FINISHED_AT = ?, EPOCH = EPOCH"
          + " + 1 where EXECUTION_ID = ? and STATE in ('WAITING', 'SCHEDULED', 'PARKED')";
  static final String RETRY_LATER =
      "update PP_STEP_EXECUTION set DUE_AT = ?, REASON = ?, ATTEMPTS = ATTEMPTS + 1, EPOCH = EPOCH"
          + " + 1"
          + HELD
          + " and STATE = 'SCHEDULED'";
  static final String PARK =
      "update PP_STEP_EXECUTION set STATE = 'PARKED', REASON = ?, FINISHED_AT = ?, EPOCH = EPOCH +"
          + " 1"
          + HELD
          + " and STATE = 'SCHEDULED'";
  static final String UNPARK =
      "update PP_STEP_EXECUTION set STATE = 'SCHEDULED', DUE_AT = ?, PLANNED_AT = ?, REASON = ?,"
          + " ATTEMPTS = 0, FINISHED_AT = null, EPOCH = EPOCH + 1 where EXECUTION_ID = ? and STATE"
          + " = 'PARKED'";
  static final String FIND = SELECT + " where EXECUTION_ID = ?";
  static final String FIND_STEP = SELECT + " where ENROLLMENT_ID = ? and STEP_KEY = ?";
  static final String OF_ENROLLMENT =
      SELECT + " where ENROLLMENT_ID = ? order by POSITION, EXECUTION_ID";

  /** What is open, or scheduled, and read in a run that is locked; see JdbcExecutionStore. */
  static final String STILL_OPEN = " and STATE in ('WAITING', 'SCHEDULED', 'PARKED')";

  static final String STILL_SCHEDULED = " and STATE = 'SCHEDULED'";
  static final String STILL_MOVABLE = " and STATE in ('WAITING', 'SCHEDULED')";
  static final String END_MANY =
      "update PP_STEP_EXECUTION set STATE = ?, REASON = ?, FINISHED_AT = ?, EPOCH = EPOCH + 1";
  static final String DEFER_MANY =
      "update PP_STEP_EXECUTION set DUE_AT = ?, REASON = ?, DEFERRED = DEFERRED + 1, EPOCH = EPOCH"
          + " + 1";
  static final String SCHEDULE_MANY =
      "update PP_STEP_EXECUTION set STATE = 'SCHEDULED', DUE_AT = ?, PLANNED_AT = ?, EPOCH = EPOCH"
          + " + 1";
  static final String UNSCHEDULE =
      "update PP_STEP_EXECUTION set STATE = 'WAITING', DUE_AT = null, PLANNED_AT = null, EPOCH ="
          + " EPOCH + 1";
  static final String PUT_OFF = "select x.EXECUTION_ID from PP_STEP_EXECUTION x";
  static final String IN_RUN = " join PP_ENROLLMENT e on e.ENROLLMENT_ID = x.ENROLLMENT_ID";

  /** A step that got a new moment keeps the reason for which it was put off before. */
  static final String PUT_OFF_UNTIL =
      " where x.STATE = 'SCHEDULED' and x.DUE_AT > ? and (x.PLANNED_AT is null or x.PLANNED_AT <="
          + " ?) and x.EXECUTION_ID > ? and ";

  static final String PUT_OFF_IN_ORDER = " order by x.EXECUTION_ID limit ";
  static final String LOOK_AT_ONCE = "update PP_STEP_EXECUTION set DUE_AT = ?";
  static final String PLACE = "update PP_STEP_EXECUTION set POSITION = ?";
  static final String IN_ORDER = " order by ENROLLMENT_ID, POSITION, EXECUTION_ID";
  static final String COUNT_PARKED =
      "select count(*) from PP_STEP_EXECUTION where STATE = 'PARKED'";
  static final String NEXT_DUE =
      "select min(DUE_AT) DUE_AT from PP_STEP_EXECUTION where STATE = 'SCHEDULED'";

  final String claim;
  final String claimOne;

  ExecutionSql(SqlDialect dialect) {
    String skip = dialect.canSkipLocked() ? " for update skip locked" : "";
    claim =
        SELECT
            + " where STATE = 'SCHEDULED' and DUE_AT <= ? order by DUE_AT, EXECUTION_ID limit ?"
            + skip;
    claimOne = SELECT + " where EXECUTION_ID = ? and STATE = 'SCHEDULED' and DUE_AT <= ?" + skip;
  }
}
