package org.postpurchase.referral.jdbc;

import java.math.BigDecimal;
import org.postpurchase.shared.jdbc.SqlDialect;

/** Statements on PP_REFERRAL and the tables beside it. */
final class ReferralSql {
  /** Everything that pricing has to know about codes; the host's part is filled in. */
  static final String FACTS =
      "select a.CODE as A_CODE, a.ADVOCATE_ID as A_ID, a.PROGRAMME_ID as A_PROGRAMME, a.MAILBOX_KEY"
          + " as A_MAILBOX, a.CUSTOMER_ID as A_CUSTOMER, a.SUSPENDED as A_SUSPENDED, p.STATUS as"
          + " P_STATUS, p.MINIMUM_AMOUNT as P_MINIMUM, (select count(*) from PP_PERSON_KEY k where"
          + " k.KIND = 'MAILBOX' and k.KEY_HASH = ? and k.ORDER_ID > 0 and k.ORDER_ID <> ?) as"
          + " EARLIER_HERE, (%s) as EARLIER_HOST, r.* from PP_ADVOCATE a join PP_REFERRAL_PROGRAMME"
          + " p on p.PROGRAMME_ID = a.PROGRAMME_ID left join PP_REFERRAL r on r.PROGRAMME_ID ="
          + " a.PROGRAMME_ID and r.FRIEND_KEY = ?";

  static final String ADD =
      "insert into PP_REFERRAL (PROGRAMME_ID, FRIEND_KEY, ADVOCATE_ID, CONTACT, ORDER_ID, LIFE,"
          + " METHOD, CHANNEL, REFERRER, DEVICE_KEY, NETWORK_KEY, CLAIMED_AT, STATE, REASON, SCORE,"
          + " CHANGED_AT, EDITION) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'CLAIMED',"
          + " 'CLAIMED', 0, ?, 0)";

  /** More than any basket is worth, where its worth is not known. */
  static final BigDecimal ANY_AMOUNT = new BigDecimal("9999999999999");

  private static final String IF_GOOD =
      " from PP_ADVOCATE a join PP_REFERRAL_PROGRAMME p on p.PROGRAMME_ID = a.PROGRAMME_ID where"
          + " a.CODE = ? and not a.SUSPENDED and p.STATUS = 'ACTIVE' and a.MAILBOX_KEY <> ? and"
          + " (a.CUSTOMER_ID = 0 or a.CUSTOMER_ID <> ?) and coalesce(p.MINIMUM_AMOUNT, 0) <= ? and"
          + " not exists (select 1 from PP_PERSON_KEY k where k.KIND = 'MAILBOX' and k.KEY_HASH = ?"
          + " and k.ORDER_ID > 0 and k.ORDER_ID <> ?) and %s = 0";

  private static final String ADD_IF_GOOD =
      "insert into PP_REFERRAL (PROGRAMME_ID, FRIEND_KEY, ADVOCATE_ID, CONTACT, ORDER_ID, LIFE,"
          + " METHOD, CHANNEL, REFERRER, DEVICE_KEY, NETWORK_KEY, CLAIMED_AT, STATE, REASON, SCORE,"
          + " CHANGED_AT, EDITION) select a.PROGRAMME_ID, {text}, a.ADVOCATE_ID, {text}, {number},"
          + " 1, {text}, {text}, {text}, {text}, {text}, {time}, 'CLAIMED', 'CLAIMED', 0, {time}, 0"
          + IF_GOOD;

  /**
   * One block: MariaDB locks what the select of an insert reads, orders of the shop among it, but
   * not what a select into variables reads. The conditions' values come first.
   */
  private static final String ADD_IF_GOOD_IN_A_BLOCK =
      "begin not atomic declare PP_P bigint; declare PP_A bigint;"
          + " select a.PROGRAMME_ID, a.ADVOCATE_ID into PP_P, PP_A"
          + IF_GOOD
          + "; if PP_P is not null then insert into PP_REFERRAL (PROGRAMME_ID, ADVOCATE_ID,"
          + " FRIEND_KEY, CONTACT, ORDER_ID, LIFE, METHOD, CHANNEL, REFERRER, DEVICE_KEY,"
          + " NETWORK_KEY, CLAIMED_AT, STATE, REASON, SCORE, CHANGED_AT, EDITION) values (PP_P,"
          + " PP_A, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, 'CLAIMED', 'CLAIMED', 0, ?, 0); end if; end";

  /** Whether the values of the conditions come first. */
  static boolean isBlock(SqlDialect dialect) {
    return dialect == SqlDialect.MARIADB;
  }

  /** Empty where nothing keeps a select within an insert from locking the rows that it reads. */
  static String addIfGood(SqlDialect dialect, String earlierOrders) {
    if (dialect == SqlDialect.MYSQL) {
      return "";
    }
    return String.format(
            isBlock(dialect) ? ADD_IF_GOOD_IN_A_BLOCK : ADD_IF_GOOD, "(" + earlierOrders + ")")
        .replace("{text}", "cast(? as varchar(254))")
        .replace("{number}", "cast(? as bigint)")
        .replace("{time}", "cast(? as timestamp(6))");
  }

  static final String RECLAIM =
      "update PP_REFERRAL set ADVOCATE_ID = ?, CONTACT = ?, ORDER_ID = ?, LIFE = ?, METHOD = ?,"
          + " CHANNEL = ?, REFERRER = ?, DEVICE_KEY = ?, NETWORK_KEY = ?, CLAIMED_AT = ?,"
          + " CHANGED_AT = ?, STATE = 'CLAIMED', REASON = 'CLAIMED', SCORE = 0, DUE_AT = null,"
          + " BOOKED_AT = null, DECIDED_BY = '', EDITION = EDITION + 1 where REFERRAL_ID = ? and"
          + " STATE = ? and ORDER_ID = ? and LIFE = ?";

  static final String UNCLAIM =
      "update PP_REFERRAL set STATE = 'REVERSED', REASON = 'CANCELLED', EDITION = EDITION + 1"
          + " where ORDER_ID = ? and STATE = 'CLAIMED' and CLAIMED_AT <= ? and LIFE > 1";
  static final String DROP_CLAIM =
      "delete from PP_REFERRAL where ORDER_ID = ? and STATE = 'CLAIMED' and CLAIMED_AT <= ? and"
          + " LIFE = 1";

  static final String SELECT = "select * from PP_REFERRAL";
  static final String OF_ORDERS = "select REFERRAL_ID from PP_REFERRAL where ORDER_ID {keys}";
  static final String OF_ORDER = "select REFERRAL_ID from PP_REFERRAL where ORDER_ID = ?";

  /** Takes the row's lock, and makes what others committed visible to this transaction. */
  static final String LOCK = "update PP_REFERRAL set EDITION = EDITION + 1 where REFERRAL_ID = ?";

  static final String SAVE =
      "update PP_REFERRAL set LIFE = ?, STATE = ?, REASON = ?, SCORE = ?, BASE_MINOR = ?, CURRENCY"
          + " = ?, DUE_AT = ?, BOOKED_AT = ?, CHANGED_AT = ?, DECIDED_BY = ?, APPEALED_AT = ?,"
          + " APPEAL = ? where REFERRAL_ID = ?";

  static final String ADD_EVENT =
      "insert into PP_REFERRAL_EVENT (REFERRAL_ID, EVENT_KEY, FROM_STATE, TO_STATE, GATE, REASON,"
          + " DETAIL, ACTOR, HAPPENED_AT) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  static final String EVENTS =
      "select * from PP_REFERRAL_EVENT where REFERRAL_ID = ? order by EVENT_ID";
  static final String DROP_SIGNALS = "delete from PP_REFERRAL_SIGNAL where REFERRAL_ID = ?";
  static final String ADD_SIGNAL =
      "insert into PP_REFERRAL_SIGNAL (REFERRAL_ID, SIGNAL_KEY, WEIGHT, EVIDENCE, SEEN_AT) values"
          + " (?, ?, ?, ?, ?)";
  static final String SIGNALS =
      "select SIGNAL_KEY, WEIGHT, EVIDENCE from PP_REFERRAL_SIGNAL where REFERRAL_ID = ? order by"
          + " WEIGHT desc, SIGNAL_KEY";
  static final String ADD_REWARD =
      "insert into PP_REFERRAL_REWARD (REFERRAL_ID, SIDE, LIFE, KIND, POINTS, OFFER_ID, VALID_DAYS,"
          + " PROGRAMME, ACCOUNT_ID, LOT_NO, TAKEN_BACK, STATE) values (?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?)";
  static final String SAVE_REWARD =
      "update PP_REFERRAL_REWARD set TAKEN_BACK = ?, STATE = ? where REFERRAL_ID = ? and SIDE = ?"
          + " and LIFE = ?";
  static final String REWARDS =
      "select * from PP_REFERRAL_REWARD where REFERRAL_ID = ? order by LIFE desc, SIDE";

  static final String DUE =
      SELECT + " where STATE = 'QUALIFYING' and DUE_AT <= ? order by DUE_AT, REFERRAL_ID limit ?";
  static final String NEXT =
      "select min(DUE_AT) as NEXT_AT from PP_REFERRAL where STATE = 'QUALIFYING'";
  static final String CLAIMED_BEFORE =
      SELECT
          + " where STATE = 'CLAIMED' and CLAIMED_AT < ? order by CLAIMED_AT, REFERRAL_ID limit ?";
  static final String BOOKED =
      "select count(*) from PP_REFERRAL where ADVOCATE_ID = ? and BOOKED_AT >= ?";
  static final String OF_ADVOCATE =
      SELECT + " where ADVOCATE_ID = ? and STATE <> 'CLAIMED' order by REFERRAL_ID desc limit ?";

  static final String OF_ADVOCATE_IN =
      SELECT + " where ADVOCATE_ID = ? and STATE = ? order by REFERRAL_ID";

  static final String NEW_BUDGET =
      "insert into PP_REFERRAL_BUDGET (PROGRAMME_ID, TAKEN) values (?, 0)";
  static final String TAKE_ANY =
      "update PP_REFERRAL_BUDGET set TAKEN = TAKEN + ? where PROGRAMME_ID = ?";
  static final String TAKE_WITHIN =
      "update PP_REFERRAL_BUDGET set TAKEN = TAKEN + ? where PROGRAMME_ID = ? and TAKEN <= ?";

  private ReferralSql() {}
}
