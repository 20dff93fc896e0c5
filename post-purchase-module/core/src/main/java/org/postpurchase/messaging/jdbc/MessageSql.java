package org.postpurchase.messaging.jdbc;

import org.postpurchase.shared.jdbc.SqlDialect;

/** Every statement on PP_MESSAGE, named by intent. */
final class MessageSql {
  private static final String COLUMNS =
      "MESSAGE_ID, MESSAGE_KEY, TOUCH, PURPOSE, ORDER_ID, TEMPLATE_KEY, LOCALE_CODE, RECIPIENT,"
          + " MIME_MESSAGE_ID, SUBJECT, STATE, REASON, QUEUED_AT, DUE_AT, ATTEMPTS, LEASE_EPOCH,"
          + " FINISHED_AT, ENROLLMENT_ID, STEP_KEY, TEMPLATE_VERSION, BEGUN_AT, UNCLEAR_ENDS,"
          + " QUEUED_AGAIN, CHANNEL, CONTACT";
  private static final String HELD =
      " where MESSAGE_ID = ? and LEASE_EPOCH = ? and STATE = 'SENDING'";

  static final String LEASABLE =
      " where MESSAGE_ID = ? and LEASE_EPOCH = ? and STATE in ('QUEUED', 'SENDING')";

  static final String QUEUE =
      "insert into PP_MESSAGE (MESSAGE_KEY, TOUCH, PURPOSE, CHANNEL, ORDER_ID, TEMPLATE_KEY,"
          + " LOCALE_CODE, RECIPIENT, MIME_MESSAGE_ID, ENROLLMENT_ID, STEP_KEY, TEMPLATE_VERSION,"
          + " CONTACT, STATE, QUEUED_AT, DUE_AT) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " 'QUEUED', ?, ?)";
  static final String ID_OF_KEY = "select MESSAGE_ID from PP_MESSAGE where MESSAGE_KEY = ?";
  static final String CONCLUDE =
      "update PP_MESSAGE set STATE = ?, FINISHED_AT = ?, REASON = ?, SUBJECT = ?, HTML_BODY = ?,"
          + " TEXT_BODY = ?, TEMPLATE_VERSION = ?, LEASE_UNTIL = null, LEASE_OWNER = null"
          + HELD;
  static final String CONCLUDE_UNRENDERED =
      "update PP_MESSAGE set STATE = ?, FINISHED_AT = ?, REASON = ?, BEGUN_AT = null, LEASE_UNTIL ="
          + " null, LEASE_OWNER = null"
          + HELD;
  static final String BEGIN = "update PP_MESSAGE set BEGUN_AT = ?, ATTEMPTS = ATTEMPTS + 1" + HELD;

  /** MySQL assigns from left to right: what asks for BEGUN_AT comes before it is emptied. */
  static final String REQUEUE =
      "update PP_MESSAGE set STATE = 'QUEUED', DUE_AT = ?, REASON = ?, ATTEMPTS = ATTEMPTS - case"
          + " when BEGUN_AT is null then 0 else ? end, UNCLEAR_ENDS = UNCLEAR_ENDS + ?, BEGUN_AT ="
          + " null, LEASE_UNTIL = null, LEASE_OWNER = null"
          + HELD;

  static final String BLAME =
      "update PP_MESSAGE set ATTEMPTS = ATTEMPTS + 1, DUE_AT = ? where MESSAGE_ID = ? and STATE ="
          + " 'QUEUED'";
  private static final String AGAIN =
      "update PP_MESSAGE set STATE = 'QUEUED', DUE_AT = ?, ATTEMPTS = 0, UNCLEAR_ENDS = 0, BEGUN_AT"
          + " = null, FINISHED_AT = null, TEMPLATE_VERSION = null, QUEUED_AGAIN = ";
  static final String SEND_AGAIN =
      AGAIN + "'ONE' where MESSAGE_ID = ? and STATE in ('FAILED', 'UNCERTAIN')";
  static final String SEND_ALL_AGAIN =
      AGAIN
          + "'ALL' where STATE = 'FAILED' and PURPOSE between ? and ?"
          + " and lower(coalesce(REASON, '')) like ? escape '!'";
  static final String FIND = "select " + COLUMNS + " from PP_MESSAGE where MESSAGE_ID = ?";
  static final String FIND_RENDERED =
      "select SUBJECT, HTML_BODY, TEXT_BODY, TEMPLATE_VERSION from PP_MESSAGE where MESSAGE_ID = ?"
          + " and HTML_BODY is not null";
  static final String LIST =
      "select " + COLUMNS + " from PP_MESSAGE order by MESSAGE_ID desc limit ? offset ?";
  static final String LIST_STATE =
      "select "
          + COLUMNS
          + " from PP_MESSAGE where STATE = ? order by MESSAGE_ID desc limit ? offset ?";
  static final String FILTERED = "select " + COLUMNS + " from PP_MESSAGE";
  static final String NEWEST = " order by MESSAGE_ID desc limit ? offset ?";
  static final String COUNT = "select count(*) from PP_MESSAGE";
  static final String COUNT_STATE = "select count(*) from PP_MESSAGE where STATE = ?";

  /** Also true of what another node holds: whoever asks only wants to know whether to look. */
  static final String ANY_DUE =
      "select MESSAGE_ID from PP_MESSAGE where STATE in ('QUEUED', 'SENDING') and CHANNEL in (?)"
          + " and DUE_AT <= ? limit 1";

  static final String OPEN =
      "select MESSAGE_ID from PP_MESSAGE where MESSAGE_ID {keys} and STATE in ('QUEUED', 'SENDING')";

  /** Asked again here: a person may have sent it again in between. */
  static final String DELETE =
      "delete from PP_MESSAGE where MESSAGE_ID = ? and STATE not in ('QUEUED', 'SENDING')";

  static final String NEXT_DUE =
      "select min(DUE_AT) DUE_AT from PP_MESSAGE where STATE = 'QUEUED'" + " and CHANNEL = ?";

  final String selectDue;
  final String abandonUncertain;
  private final SqlDialect dialect;

  MessageSql(SqlDialect dialect) {
    this.dialect = dialect;
    selectDue =
        "select "
            + COLUMNS
            + " from PP_MESSAGE where STATE in ('QUEUED', 'SENDING') and CHANNEL = ? and DUE_AT <="
            + " ? and (LEASE_UNTIL is null or LEASE_UNTIL < "
            + dialect.now()
            + ")"
            + " order by DUE_AT, MESSAGE_ID limit ?"
            + (dialect.canSkipLocked() ? " for update skip locked" : "");
    abandonUncertain =
        "update PP_MESSAGE set STATE = 'UNCERTAIN', FINISHED_AT = ?, REASON = ?, UNCLEAR_ENDS ="
            + " UNCLEAR_ENDS + 1, LEASE_UNTIL = null, LEASE_OWNER = null"
            + HELD;
  }

  /** Without a condition. */
  String lease(int seconds) {
    return "update PP_MESSAGE set STATE = 'SENDING', LEASE_OWNER = ?, LEASE_EPOCH = LEASE_EPOCH +"
        + " 1, UNCLEAR_ENDS = UNCLEAR_ENDS + case when BEGUN_AT is null then 0 else 1 end,"
        + " BEGUN_AT = null, LEASE_UNTIL = "
        + dialect.nowPlusSeconds(seconds);
  }
}
