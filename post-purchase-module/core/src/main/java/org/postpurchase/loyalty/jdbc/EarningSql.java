package org.postpurchase.loyalty.jdbc;

/** Statements of {@link JdbcEarningStore}. */
final class EarningSql {
  static final String ADD_PERSON =
      "insert into PP_EARNING_PERSON (PERSON_KEY, EDITION) values (?, 0)";
  static final String LOCK =
      "update PP_EARNING_PERSON set EDITION = EDITION + 1 where PERSON_KEY = ?";

  /**
   * The person's lock lets one at a time at these rows; reading them with a lock too makes what was
   * committed before seen under repeatable read.
   */
  static final String LATEST = " for update";

  static final String ORDER =
      "select ORDER_ID, LIFE, PROGRAMME, OWNER_KEY, PERSON_KEY, PLACED_AT, BEGAN_AT, CURRENCY, PAID_MINOR,"
          + " SHIPPING_MINOR, HAD_EARLIER, KEPT from PP_EARNING_ORDER";
  static final String ADD_ORDER =
      "insert into PP_EARNING_ORDER (ORDER_ID, LIFE, PROGRAMME, OWNER_KEY, PERSON_KEY, PLACED_AT, BEGAN_AT, CURRENCY,"
          + " PAID_MINOR, SHIPPING_MINOR, HAD_EARLIER, KEPT) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  static final String SAVE_ORDER =
      "update PP_EARNING_ORDER set KEPT = ? where ORDER_ID = ? and LIFE = ?";
  static final String GIVE = "update PP_EARNING_ORDER set PERSON_KEY = ? where ORDER_ID = ?";
  static final String AWARD =
      "select A.ORDER_ID, A.LIFE, A.LINE_ID, A.KIND, A.RULE_KEY, A.RULE_VERSION, A.TERMS_VERSION, A.LIMITS, A.POINTS,"
          + " A.BASE_MINOR, A.RESIDUE, A.BOOKED, A.QUANTITY, A.KEPT_UNITS, A.LOTS, A.MATURES_AT from PP_EARNING_AWARD A";
  static final String AWARDS_OF_ORDER = AWARD + " where A.ORDER_ID = ?";
  static final String PERSONAL =
      AWARD
          + " join PP_EARNING_ORDER O on O.ORDER_ID = A.ORDER_ID and O.LIFE = A.LIFE"
          + " where O.PERSON_KEY = ? and A.PERSONAL = 1";
  static final String ADD_AWARD =
      "insert into PP_EARNING_AWARD (ORDER_ID, LIFE, LINE_ID, KIND, RULE_KEY, RULE_VERSION, TERMS_VERSION, LIMITS,"
          + " PERSONAL, POINTS, BASE_MINOR, RESIDUE, BOOKED, QUANTITY, KEPT_UNITS, LOTS, MATURES_AT)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  static final String SAVE_AWARD =
      "update PP_EARNING_AWARD set POINTS = ?, BOOKED = ?, KEPT_UNITS = ?, LOTS = ?, MATURES_AT = ?"
          + " where ORDER_ID = ? and LIFE = ? and LINE_ID = ? and KIND = ?";
  static final String ADD_REFUND =
      "insert into PP_ORDER_REFUND (EVENT_KEY, ORDER_ID, CURRENCY, AMOUNT_MINOR, REFUNDED_AT) values (?, ?, ?, ?, ?)";
  static final String REFUNDS =
      "select ORDER_ID, CURRENCY, AMOUNT_MINOR, REFUNDED_AT from PP_ORDER_REFUND where ORDER_ID in (";
  static final String SPEND =
      "select O.PERSON_KEY, A.ORDER_ID, A.BOOKED, A.MATURES_AT from PP_EARNING_AWARD A join PP_EARNING_ORDER O"
          + " on O.ORDER_ID = A.ORDER_ID and O.LIFE = A.LIFE where O.PERSON_KEY {keys} and O.CURRENCY = ?"
          + " and A.KIND = 'QUALIFYING' and A.MATURES_AT > ?";
  static final String SINCE =
      "select coalesce(sum(A.BOOKED), 0) from PP_EARNING_ORDER O join PP_EARNING_AWARD A"
          + " on A.ORDER_ID = O.ORDER_ID and A.LIFE = O.LIFE where O.PERSON_KEY = ? and O.PLACED_AT >= ?"
          + " and A.PERSONAL = 1"
          + " and (A.RULE_KEY = ? or A.RULE_KEY like ? or A.RULE_KEY like ? or A.RULE_KEY like ?)";
  static final String BEFORE =
      "select coalesce(sum(L.ISSUED - L.CLAWED), 0) from PP_POINTS_LOT L join PP_POINTS_ACCOUNT A"
          + " on A.ACCOUNT_ID = L.ACCOUNT_ID where A.OWNER_KEY = ? and A.PROGRAMME = ? and L.CREATED_AT >= ?"
          + " and L.ORIGIN_ACCOUNT = 0 and L.ORDER_ID <> 0"
          + " and (L.RULE_KEY = ? or L.RULE_KEY like ? or L.RULE_KEY like ? or L.RULE_KEY like ?)"
          + " and not exists (select 1 from PP_EARNING_ORDER O where O.ORDER_ID = L.ORDER_ID)";

  private EarningSql() {}
}
