package org.postpurchase.consent.jdbc;

/** Every statement on the consent tables, named by intent. */
final class ConsentSql {
  static final String RECORD =
      "insert into PP_CONSENT (CONSENT_KEY, CONTACT, PURPOSE, CHANNEL, DECISION, BASIS, SOURCE,"
          + " TEXT_SHOWN, LOCALE_CODE, ORDER_ID, RECORDED_AT) values (?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?)";
  static final String CONSENTS =
      "select CONSENT_KEY, CONTACT, PURPOSE, DECISION, BASIS, SOURCE, TEXT_SHOWN, LOCALE_CODE,"
          + " ORDER_ID, RECORDED_AT from PP_CONSENT";
  static final String LATEST =
      (CONSENTS
              + " where CONTACT = ? and CHANNEL = ? and (BASIS is null or BASIS <> 'UNCONFIRMED')"
              + " order by {said} desc, RECORDED_AT desc, CONSENT_ID desc limit 1")
          .replace("{said}", said(""));
  static final String COUNTING = "(c.BASIS is null or c.BASIS <> 'UNCONFIRMED')";

  /** To be followed by a condition on the contacts. */
  static final String LATEST_OF =
      CONSENTS
          + " c where c.CHANNEL = ? and "
          + COUNTING
          + " and not exists (select 1 from PP_CONSENT n where n.CONTACT = c.CONTACT and n.CHANNEL"
          + " = c.CHANNEL and "
          + COUNTING.replace("c.", "n.")
          + " and ("
          + said("n.")
          + " > "
          + said("c.")
          + " or ("
          + said("n.")
          + " = "
          + said("c.")
          + " and (n.RECORDED_AT > c.RECORDED_AT"
          + " or (n.RECORDED_AT = c.RECORDED_AT and n.CONSENT_ID > c.CONSENT_ID))))) and ";

  /** 0 for what rests on an order alone, which anything that a person has said comes before. */
  private static String said(String alias) {
    return "case when " + alias + "BASIS = 'SOFT_OPT_IN' then 0 else 1 end";
  }

  static final String NEWEST = " order by CONSENT_ID desc limit ? offset ?";
  static final String COUNT = "select count(*) from PP_CONSENT";

  static final String ANSWER =
      "insert into PP_CHECKOUT_ANSWER (ORDER_ID, ASKED, GRANTED, TEXT_SHOWN, LOCALE_CODE,"
          + " ANSWERED_AT) values (?, ?, ?, ?, ?, ?)";
  static final String ANSWER_AGAIN =
      "update PP_CHECKOUT_ANSWER set ASKED = ?, GRANTED = ?, TEXT_SHOWN = ?, LOCALE_CODE = ?,"
          + " ANSWERED_AT = ? where ORDER_ID = ?";
  static final String ANSWERS =
      "select ORDER_ID, GRANTED, TEXT_SHOWN, LOCALE_CODE, ANSWERED_AT, ASKED from"
          + " PP_CHECKOUT_ANSWER where ";
  static final String ANSWER_OF = ANSWERS + "ORDER_ID = ?";

  static final String SUPPRESS =
      "insert into PP_SUPPRESSION (CONTACT, CHANNEL, SCOPE, REASON, SUPPRESSED_AT) values (?, ?,"
          + " ?, ?, ?)";
  static final String SUPPRESS_AGAIN =
      "update PP_SUPPRESSION set REASON = ?, SUPPRESSED_AT = ?, LIFTED_AT = null"
          + " where CONTACT = ? and CHANNEL = ? and SCOPE = ? and LIFTED_AT is not null";
  static final String LIFT =
      "update PP_SUPPRESSION set LIFTED_AT = ? where CONTACT = ? and CHANNEL = ? and SCOPE ="
          + " ? and LIFTED_AT is null and SUPPRESSED_AT <= ?";
  static final String SUPPRESSIONS =
      "select SUPPRESSION_ID, CONTACT, SCOPE, REASON, SUPPRESSED_AT, LIFTED_AT from PP_SUPPRESSION";

  /** To be followed by a condition on the contacts. */
  static final String HOLDING_ANY = SUPPRESSIONS + " where CHANNEL = ? and LIFTED_AT is null and ";

  static final String FIND_SUPPRESSION = SUPPRESSIONS + " where SUPPRESSION_ID = ?";
  static final String HOLDING_FIRST =
      " order by case when LIFTED_AT is null then 0 else 1 end, SUPPRESSION_ID desc limit ? offset"
          + " ?";
  static final String COUNT_SUPPRESSIONS = "select count(*) from PP_SUPPRESSION";

  private ConsentSql() {}
}
