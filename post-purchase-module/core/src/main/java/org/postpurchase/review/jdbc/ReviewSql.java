package org.postpurchase.review.jdbc;

/** Statements of the store of reviews. */
final class ReviewSql {
  static final String SELECT = "select " + ReviewRows.COLUMNS + " from PP_REVIEW r";
  static final String BY_ID = SELECT + " where r.REVIEW_ID = ?";
  static final String BY_AUTHOR = SELECT + " where r.PRODUCT_ID = ? and r.AUTHOR_KEY = ?";
  static final String OF_ORDERS = SELECT + " where r.ORDER_ID {keys} order by r.REVIEW_ID";
  static final String OF_AUTHORS = SELECT + " where r.AUTHOR_KEY {keys} order by r.REVIEW_ID";
  static final String OF_CUSTOMERS = SELECT + " where r.CUSTOMER_ID {keys} order by r.REVIEW_ID";

  /** A guest has no customer, so that its second condition finds nothing. */
  static final String OF_AUTHOR =
      SELECT
          + " where (r.AUTHOR_KEY = ? or r.CUSTOMER_ID = ? and r.CUSTOMER_ID > 0)"
          + " and r.PRODUCT_ID in (%s) order by r.REVIEW_ID";

  static final String REVIEWED_BY =
      "select r.REVIEW_ID from PP_REVIEW r where r.CUSTOMER_ID = ? and r.PRODUCT_ID = ?";

  static final String ADD =
      "insert into PP_REVIEW (PRODUCT_ID, AUTHOR_KEY, ORDER_ID, ORDER_LINE_ID, CUSTOMER_ID, STARS,"
          + " STATE, VERIFIED, INCENTIVE, LOCALE_CODE, NICKNAME, TEXT_VERSION, PHOTOS, EDITION,"
          + " WRITTEN_AT) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** The update takes the row lock on every database, also where a select cannot. */
  static final String LOCK = "update PP_REVIEW set PRODUCT_ID = PRODUCT_ID where REVIEW_ID = ?";

  /** Locking too, so that it sees what others committed before the lock. */
  static final String LOCKED = BY_ID + " for update";

  static final String SAVE =
      "update PP_REVIEW set STARS = ?, STATE = ?, HIDE_REASON = ?, VERIFIED = ?, INCENTIVE = ?,"
          + " REWARDED_AT = ?, LOCALE_CODE = ?, NICKNAME = ?, TEXT_VERSION = ?, PHOTOS = ?,"
          + " EDITION = ?, PUBLISHED_AT = ? where REVIEW_ID = ? and EDITION = ?";

  static final String ADD_TEXT =
      "insert into PP_REVIEW_TEXT (REVIEW_ID, VERSION_NUMBER, STARS, BODY, VIDEO_URL, WRITTEN_AT)"
          + " values (?, ?, ?, ?, ?, ?)";
  static final String TEXTS =
      "select VERSION_NUMBER, STARS, BODY, VIDEO_URL, WRITTEN_AT from PP_REVIEW_TEXT where"
          + " REVIEW_ID = ? order by VERSION_NUMBER desc";

  static final String ADD_EVENT =
      "insert into PP_REVIEW_EVENT (REVIEW_ID, KIND, FROM_STATE, TO_STATE, REASON, ACTOR, NOTE,"
          + " HAPPENED_AT) values (?, ?, ?, ?, ?, ?, ?, ?)";
  static final String EVENTS =
      "select KIND, FROM_STATE, TO_STATE, REASON, ACTOR, NOTE, HAPPENED_AT from PP_REVIEW_EVENT"
          + " where REVIEW_ID = ? order by EVENT_ID desc";

  static final String HAS_SUMMARY = "select count(*) from PP_REVIEW_SUMMARY where PRODUCT_ID = ?";
  static final String ADD_SUMMARY =
      "insert into PP_REVIEW_SUMMARY (PRODUCT_ID, N1, N2, N3, N4, N5, VERIFIED_N, PHOTOS_N,"
          + " EDITION, CHANGED_AT) values (?, 0, 0, 0, 0, 0, 0, 0, 0, ?)";
  static final String ADD_TO_SUMMARY =
      "update PP_REVIEW_SUMMARY set N1 = N1 + ?, N2 = N2 + ?, N3 = N3 + ?, N4 = N4 + ?, N5 = N5 +"
          + " ?, VERIFIED_N = VERIFIED_N + ?, PHOTOS_N = PHOTOS_N + ?, EDITION = EDITION + 1,"
          + " CHANGED_AT = ?, HOST_DUE_AT = ? where PRODUCT_ID = ?";
  static final String HOST_DUE =
      "select PRODUCT_ID from PP_REVIEW_SUMMARY where HOST_DUE_AT is not null order by HOST_DUE_AT,"
          + " PRODUCT_ID limit ?";
  static final String HOST_DONE =
      "update PP_REVIEW_SUMMARY set HOST_DUE_AT = null where PRODUCT_ID = ?";
  static final String HOST_ALL_DUE =
      "update PP_REVIEW_SUMMARY set HOST_DUE_AT = ? where HOST_DUE_AT is null";
  static final String SUMMARY =
      "select N1, N2, N3, N4, N5, VERIFIED_N, PHOTOS_N from PP_REVIEW_SUMMARY where PRODUCT_ID = ?";

  static final String PRODUCTS =
      "select distinct PRODUCT_ID from PP_REVIEW where PRODUCT_ID > ? order by PRODUCT_ID limit ?";
  static final String RECOUNT =
      "select STARS, VERIFIED, count(*) N, sum(case when PHOTOS > 0 then 1 else 0 end) P from"
          + " PP_REVIEW where PRODUCT_ID = ? and STATE = 'PUBLISHED' group by STARS, VERIFIED";
  static final String LOCK_SUMMARY =
      "update PP_REVIEW_SUMMARY set PRODUCT_ID = PRODUCT_ID where PRODUCT_ID = ?";

  static final String ADD_REPLY =
      "insert into PP_REVIEW_REPLY (REVIEW_ID, BODY, ACTOR, REPLIED_AT) values (?, ?, ?, ?)";
  static final String REPLY =
      "update PP_REVIEW_REPLY set BODY = ?, ACTOR = ?, REPLIED_AT = ? where REVIEW_ID = ?";
  static final String REPLY_TO =
      "select BODY REPLY, ACTOR REPLY_ACTOR, REPLIED_AT from PP_REVIEW_REPLY where REVIEW_ID = ?";

  private ReviewSql() {}
}
