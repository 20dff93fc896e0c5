package org.postpurchase.ledger.jdbc;

import org.postpurchase.shared.jdbc.PartOfKeys;

/** Statements of the ledger's stores. */
final class LedgerSql {
  static final String OPEN =
      "insert into PP_POINTS_ACCOUNT (OWNER_KEY, PROGRAMME, STATE, OPENED_AT, CHANGED_AT)"
          + " values (?, ?, 'ACTIVE', ?, ?)";
  static final String FIND =
      "select ACCOUNT_ID from PP_POINTS_ACCOUNT where OWNER_KEY = ? and PROGRAMME = ?";
  static final String ACCOUNT =
      "select ACCOUNT_ID, PROGRAMME, OWNER_KEY, STATE, MERGED_INTO, PENDING, AVAILABLE, HELD,"
          + " SHORTFALL, POSTING_NO, ENTRY_NO, LOT_NO, HOLD_NO, HEAD_HASH from PP_POINTS_ACCOUNT";

  /** Takes the row lock where a select cannot. */
  static final String LOCK = "update PP_POINTS_ACCOUNT set ACCOUNT_ID = ACCOUNT_ID where ";

  static final String BY_NUMBER = "ACCOUNT_ID = ?";

  /** Finds first and locks then: to lock what is not there would keep its first owner waiting. */
  static final String BY_OWNER = "ACCOUNT_ID = (" + FIND + ")";

  static final String BY_HOLD =
      "ACCOUNT_ID = (select ACCOUNT_ID from PP_POINTS_HOLD where HOLD_KEY = ? and PROGRAMME = ?)";
  static final String MERGED_INTO =
      "select MERGED_INTO from PP_POINTS_ACCOUNT where ACCOUNT_ID = ?";
  static final String EXISTING = "select ACCOUNT_ID from PP_POINTS_ACCOUNT where ACCOUNT_ID {keys}";
  static final String TAKEN_OVER =
      "select ACCOUNT_ID, MERGED_INTO from PP_POINTS_ACCOUNT where MERGED_INTO {keys} order by"
          + " ACCOUNT_ID";
  static final String BY_NUMBERS = "ACCOUNT_ID {keys}";
  static final String OWNERS =
      "select OWNER_KEY, ACCOUNT_ID, MERGED_INTO from PP_POINTS_ACCOUNT where OWNER_KEY {keys} and"
          + " PROGRAMME = ?";

  /** The posting's number guards it: an account that has moved since it was read is left alone. */
  static final String SAVE_ACCOUNT =
      "update PP_POINTS_ACCOUNT set PENDING = ?, AVAILABLE = ?, HELD = ?, SHORTFALL = ?, POSTING_NO"
          + " = ?, ENTRY_NO = ?, LOT_NO = ?, HOLD_NO = ?, HEAD_HASH = ?, MERGED_INTO = ?,"
          + " CHANGED_AT = ? where ACCOUNT_ID = ? and POSTING_NO = ? and STATE = 'ACTIVE'";

  static final String SET_STATE =
      "update PP_POINTS_ACCOUNT set STATE = ?, CHANGED_AT = ? where ACCOUNT_ID = ? and STATE <> ?";

  static final String POSTING =
      "select ACCOUNT_ID, POSTING_NO, PROGRAMME, POSTING_KEY, INPUT_HASH, VERB, POINTS, SHORTFALL,"
          + " LOT_NO, HOLD_NO, ORDER_ID, REASON_CODE, ACTOR, BATCH_ID, POSTED_AT from"
          + " PP_POINTS_POSTING";
  static final String POSTING_OF_KEY = POSTING + " where POSTING_KEY = ? and PROGRAMME = ?";
  static final String POSTING_OF_ACCOUNT =
      POSTING
          + " where POSTING_KEY = ? and PROGRAMME = (select PROGRAMME from PP_POINTS_ACCOUNT where"
          + " ACCOUNT_ID = ?)";
  static final String POSTINGS_OF_KEYS = POSTING + " where POSTING_KEY {keys} and PROGRAMME = ?";
  static final String ADD_POSTING =
      "insert into PP_POINTS_POSTING (ACCOUNT_ID, POSTING_NO, PROGRAMME, POSTING_KEY, INPUT_HASH,"
          + " VERB, POINTS, SHORTFALL, LOT_NO, HOLD_NO, ORDER_ID, REASON_CODE, ACTOR, BATCH_ID,"
          + " POSTED_AT) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  static final String ENTRY =
      "select ACCOUNT_ID, ENTRY_NO, POSTING_NO, LOT_NO, BUCKET, POINTS, BALANCE, HASH from"
          + " PP_POINTS_ENTRY";
  static final String ADD_ENTRY =
      "insert into PP_POINTS_ENTRY (ACCOUNT_ID, ENTRY_NO, POSTING_NO, LOT_NO, BUCKET, POINTS,"
          + " BALANCE, HASH) values (?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String LOT_COLUMNS =
      "ACCOUNT_ID, LOT_NO, CAUSE, SOURCE_KEY, ORDER_ID, ORDER_LINE_ID, RULE_KEY, RULE_VERSION,"
          + " TERMS_VERSION, BASE_MINOR, CURRENCY, RESIDUE, ORIGIN_ACCOUNT, ORIGIN_LOT, ISSUED,"
          + " PENDING, AVAILABLE, HELD, SPENT, EXPIRED, REVERSED, MOVED, CLAWED, TAKEN, ELSEWHERE,"
          + " CREATED_AT, MATURES_AT, EXPIRES_AT";
  static final String LOT = "select " + LOT_COLUMNS + " from PP_POINTS_LOT";
  static final String ONE_LOT = LOT + " where ACCOUNT_ID = ? and LOT_NO = ?";
  static final String ALL_MATURING_AFTER =
      LOT + " where ACCOUNT_ID {keys} and MATURES_AT > ? order by ACCOUNT_ID, LOT_NO";
  static final String SOME_LOTS = LOT + " where {keys}";
  static final String OPEN_LOTS =
      LOT + " where ACCOUNT_ID = ? and OPEN_UNTIL > ? order by OPEN_UNTIL, LOT_NO limit ? offset ?";
  static final String LOTS_WITH_POINTS =
      LOT + " where ACCOUNT_ID = ? and (PENDING > 0 or AVAILABLE > 0) order by LOT_NO";
  static final String MOVED_FROM =
      LOT
          + " where ORIGIN_ACCOUNT = ? and ORIGIN_LOT >= ? and ORIGIN_LOT <= ? order by ACCOUNT_ID,"
          + " LOT_NO";
  static final String LOTS_OF_ORDER =
      LOT + " where ORDER_ID = ? and ORIGIN_ACCOUNT = 0 order by ORDER_LINE_ID, ACCOUNT_ID, LOT_NO";
  static final String ADD_LOT =
      "insert into PP_POINTS_LOT (ACCOUNT_ID, LOT_NO, CAUSE, SOURCE_KEY, ORDER_ID, ORDER_LINE_ID,"
          + " RULE_KEY, RULE_VERSION, TERMS_VERSION, BASE_MINOR, CURRENCY, RESIDUE, ORIGIN_ACCOUNT,"
          + " ORIGIN_LOT, ISSUED, PENDING, AVAILABLE, HELD, SPENT, EXPIRED, REVERSED, MOVED,"
          + " CLAWED, TAKEN, ELSEWHERE, CREATED_AT, MATURES_AT, EXPIRES_AT, OPEN_UNTIL, DUE_AT,"
          + " SEAL) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?)";
  static final String SAVE_LOT =
      "update PP_POINTS_LOT set PENDING = ?, AVAILABLE = ?, HELD = ?, SPENT = ?, EXPIRED = ?,"
          + " REVERSED = ?, MOVED = ?, CLAWED = ?, TAKEN = ?, ELSEWHERE = ?, MATURES_AT = ?,"
          + " EXPIRES_AT = ?, OPEN_UNTIL = ?, DUE_AT = ?, SEAL = ? where ACCOUNT_ID = ? and LOT_NO"
          + " = ?";
  static final String PARK =
      "update PP_POINTS_LOT set DUE_AT = null where ACCOUNT_ID = ? and DUE_AT is not null";
  static final String UNPARK =
      "update PP_POINTS_LOT set DUE_AT = case when PENDING > 0 then MATURES_AT else EXPIRES_AT end"
          + " where ACCOUNT_ID = ? and (PENDING > 0 or AVAILABLE > 0)";
  private static final String DUE = "select DUE_AT, ACCOUNT_ID, LOT_NO from PP_POINTS_LOT where ";

  /** Those of the same moment and those of later ones are found apart: thousands may share one. */
  static final String DUE_TOO =
      DUE
          + "DUE_AT = ? and ACCOUNT_ID >= ? and (ACCOUNT_ID > ? or LOT_NO > ?) order by ACCOUNT_ID,"
          + " LOT_NO limit ?";

  static final String DUE_LATER =
      DUE + "DUE_AT <= ? and DUE_AT > ? order by DUE_AT, ACCOUNT_ID, LOT_NO limit ?";
  static final String NEXT_DUE =
      "select DUE_AT from PP_POINTS_LOT where DUE_AT > ? order by DUE_AT limit 1";

  static final String HOLD =
      "select ACCOUNT_ID, HOLD_NO, PROGRAMME, HOLD_KEY, ORDER_ID, POINTS, RESTORED, STATE,"
          + " CREATED_AT, EXPIRES_AT, FINISHED_AT from PP_POINTS_HOLD";
  static final String HOLD_OF_KEY = HOLD + " where HOLD_KEY = ? and PROGRAMME = ?";
  static final String HOLDS_OF_ORDER = HOLD + " where ORDER_ID = ? order by ACCOUNT_ID, HOLD_NO";
  static final String HOLDS_TO_ASK_ABOUT =
      HOLD
          + " where STATE = 'HELD' and EXPIRES_AT <= ? order by EXPIRES_AT, ACCOUNT_ID, HOLD_NO"
          + " limit ?";
  static final String ADD_HOLD =
      "insert into PP_POINTS_HOLD (ACCOUNT_ID, HOLD_NO, PROGRAMME, HOLD_KEY, ORDER_ID, POINTS,"
          + " RESTORED, STATE, CREATED_AT, EXPIRES_AT, FINISHED_AT) values (?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?)";
  static final String SAVE_HOLD =
      "update PP_POINTS_HOLD set STATE = ?, RESTORED = ?, FINISHED_AT = ? where ACCOUNT_ID = ? and"
          + " HOLD_NO = ?";
  private static final String OF_HOLD =
      " from PP_POINTS_HOLD h join PP_POINTS_HOLD_LOT p on p.ACCOUNT_ID = h.ACCOUNT_ID and"
          + " p.HOLD_NO = h.HOLD_NO";
  private static final String THAT_HOLD = " where h.HOLD_KEY = ? and h.PROGRAMME = ?";
  static final String PARTS_OF_HOLD =
      "select p.LOT_NO, p.POINTS, p.RESTORED" + OF_HOLD + THAT_HOLD + " order by p.PART_NO";
  static final String LOTS_OF_HOLD =
      "select l."
          + LOT_COLUMNS.replace(", ", ", l.")
          + OF_HOLD
          + " join PP_POINTS_LOT l on l.ACCOUNT_ID = p.ACCOUNT_ID and l.LOT_NO = p.LOT_NO"
          + THAT_HOLD
          + " order by l.LOT_NO";
  static final String ADD_PART =
      "insert into PP_POINTS_HOLD_LOT (ACCOUNT_ID, HOLD_NO, LOT_NO, POINTS, RESTORED, PART_NO)"
          + " values (?, ?, ?, ?, ?, ?)";
  static final String SAVE_PART =
      "update PP_POINTS_HOLD_LOT set RESTORED = ? where ACCOUNT_ID = ? and HOLD_NO = ? and LOT_NO ="
          + " ?";

  static final String ISSUED_BY_RULE =
      "select coalesce(sum(ISSUED - CLAWED), 0) from PP_POINTS_LOT where ACCOUNT_ID = ? and"
          + " CREATED_AT >= ? and "
          + PartOfKeys.condition("RULE_KEY");
  static final String LIABILITY =
      "select count(*) N, coalesce(sum(PENDING), 0) P, coalesce(sum(AVAILABLE), 0) A,"
          + " coalesce(sum(HELD), 0) H, coalesce(sum(SHORTFALL), 0) S from PP_POINTS_ACCOUNT where"
          + " PROGRAMME = ?";
  static final String FORGIVEN =
      "select coalesce(sum(POINTS), 0) P, count(*) N from PP_POINTS_POSTING where ACCOUNT_ID = ?"
          + " and VERB = 'FORGIVE'";
  static final String BATCH =
      POSTING
          + " where BATCH_ID = ? and VERB = 'ADJUST' and (ACCOUNT_ID > ? or (ACCOUNT_ID = ? and"
          + " POSTING_NO > ?)) order by ACCOUNT_ID, POSTING_NO limit ?";
  static final String MATURING_AFTER =
      LOT + " where ACCOUNT_ID = ? and MATURES_AT > ? order by LOT_NO";
  static final String PENDING_OF_ORDER =
      LOT + " where ORDER_ID = ? and PENDING > 0 order by ACCOUNT_ID, LOT_NO";
  static final String HISTORY =
      POSTING + " where ACCOUNT_ID = ? and POSTING_NO < ? order by POSTING_NO desc limit ?";
  static final String OVERDUE =
      "select coalesce(sum(AVAILABLE), 0) from PP_POINTS_LOT where ACCOUNT_ID = ? and OPEN_UNTIL <="
          + " ?";
  static final String IS_MERGED =
      "select count(*) from PP_POINTS_ACCOUNT where OWNER_KEY = ? and PROGRAMME = ? and MERGED_INTO"
          + " > 0";

  private LedgerSql() {}
}
