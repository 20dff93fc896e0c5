package org.postpurchase.ledger.jdbc;

/** Statements of the proof; the rows of many accounts are read by column position. */
final class ProofSql {
  static final String BEGIN =
      "insert into PP_LEDGER_PROOF (SCOPE, STARTED_AT, ACTOR) values (?, ?, ?)";
  static final String FINISH =
      "update PP_LEDGER_PROOF set FINISHED_AT = ?, ACCOUNTS = ?, ENTRIES = ?, MISMATCHES = ? where PROOF_ID = ?";
  static final String ADD =
      "insert into PP_LEDGER_MISMATCH (PROOF_ID, ACCOUNT_ID, KIND, DETAIL) values (?, ?, ?, ?)";
  static final String LAST =
      "select PROOF_ID, SCOPE, STARTED_AT, FINISHED_AT, ACCOUNTS, ENTRIES, MISMATCHES, ACTOR from PP_LEDGER_PROOF"
          + " where FINISHED_AT is not null order by PROOF_ID desc limit 1";
  static final String MISMATCHES =
      "select ACCOUNT_ID, KIND, DETAIL from PP_LEDGER_MISMATCH where PROOF_ID = ? order by MISMATCH_ID limit ?";
  static final String LAST_START =
      "select max(STARTED_AT) as STARTED_AT from PP_LEDGER_PROOF where FINISHED_AT is not null and SCOPE in (%s)";

  static final String ACCOUNTS =
      LedgerSql.ACCOUNT + " where ACCOUNT_ID > ? order by ACCOUNT_ID limit ?";
  static final String ACCOUNTS_CHANGED =
      LedgerSql.ACCOUNT + " where ACCOUNT_ID > ? and CHANGED_AT >= ? order by ACCOUNT_ID limit ?";

  static final String LOTS =
      "select ACCOUNT_ID, LOT_NO, ORIGIN_ACCOUNT, ORIGIN_LOT, ISSUED, PENDING, AVAILABLE, HELD, SPENT, EXPIRED, REVERSED,"
          + " MOVED, CLAWED, TAKEN, ELSEWHERE, CREATED_AT, MATURES_AT, EXPIRES_AT, CAUSE, ORDER_ID, ORDER_LINE_ID, RULE_KEY,"
          + " BASE_MINOR, CURRENCY, SOURCE_KEY, SEAL from PP_POINTS_LOT where %s order by ACCOUNT_ID, LOT_NO";
  static final String POSTINGS =
      "select ACCOUNT_ID, POSTING_NO, PROGRAMME, VERB, POSTING_KEY, INPUT_HASH, POINTS, SHORTFALL, LOT_NO, HOLD_NO, ORDER_ID,"
          + " REASON_CODE, ACTOR, POSTED_AT from PP_POINTS_POSTING where %s order by ACCOUNT_ID, POSTING_NO";
  static final String HOLDS =
      "select ACCOUNT_ID, HOLD_NO, POINTS, RESTORED, STATE from PP_POINTS_HOLD where %s order by ACCOUNT_ID, HOLD_NO";
  static final String PARTS =
      "select ACCOUNT_ID, HOLD_NO, LOT_NO, POINTS, RESTORED from PP_POINTS_HOLD_LOT where %s"
          + " order by ACCOUNT_ID, HOLD_NO, LOT_NO";
  static final String ENTRIES =
      "select ACCOUNT_ID, ENTRY_NO, POSTING_NO, LOT_NO, BUCKET, POINTS, BALANCE, HASH from PP_POINTS_ENTRY where %s"
          + " order by ACCOUNT_ID, ENTRY_NO";

  private static final String TWICE =
      "select l.SOURCE_KEY, a.PROGRAMME, l.ACCOUNT_ID, l.LOT_NO from PP_POINTS_LOT l"
          + " join PP_POINTS_ACCOUNT a on a.ACCOUNT_ID = l.ACCOUNT_ID"
          + " join (select %s) twice on twice.SOURCE_KEY = l.SOURCE_KEY"
          + " order by l.SOURCE_KEY, a.PROGRAMME, l.ACCOUNT_ID, l.LOT_NO";
  static final String DOUBLE_AWARDS =
      String.format(
          TWICE,
          "SOURCE_KEY from PP_POINTS_LOT where SOURCE_KEY is not null group by SOURCE_KEY having count(*) > 1");

  /** Looks only for keys of lots of some accounts. */
  static final String DOUBLE_AWARDS_OF =
      String.format(
          TWICE,
          "o.SOURCE_KEY from PP_POINTS_LOT o join (select distinct SOURCE_KEY from PP_POINTS_LOT where %s) mine"
              + " on mine.SOURCE_KEY = o.SOURCE_KEY group by o.SOURCE_KEY having count(*) > 1");

  private ProofSql() {}
}
