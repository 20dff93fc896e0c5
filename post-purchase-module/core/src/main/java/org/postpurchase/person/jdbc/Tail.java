package org.postpurchase.person.jdbc;

import java.util.Arrays;
import java.util.List;

/** A table of another feature of which the end is followed. Immutable. */
final class Tail {
  static final List<Tail> ALL =
      Arrays.asList(
          new Tail(
              "points",
              "select CHANGED_AT as ID, 0 as CUSTOMER_ID, '' as CONTACT, OWNER_KEY"
                  + " from PP_POINTS_ACCOUNT where CHANGED_AT > ? and CHANGED_AT <= ?"
                  + " order by CHANGED_AT, ACCOUNT_ID limit ?",
              "select max(CHANGED_AT) from PP_POINTS_ACCOUNT",
              10_000,
              true),
          new Tail(
              "tiers",
              "select CHANGE_ID as ID, 0 as CUSTOMER_ID, '' as CONTACT, OWNER_KEY"
                  + " from PP_TIER_CHANGE where CHANGE_ID > ? and CHANGE_ID <= ?"
                  + " order by CHANGE_ID limit ?",
              "select max(CHANGE_ID) from PP_TIER_CHANGE",
              50,
              false),
          new Tail(
              "reviews",
              "select e.EVENT_ID as ID, r.CUSTOMER_ID, r.AUTHOR_KEY as CONTACT, '' as OWNER_KEY"
                  + " from PP_REVIEW_EVENT e join PP_REVIEW r on r.REVIEW_ID = e.REVIEW_ID"
                  + " where e.EVENT_ID > ? and e.EVENT_ID <= ? order by e.EVENT_ID limit ?",
              "select max(EVENT_ID) from PP_REVIEW_EVENT",
              50,
              false),
          new Tail(
              "referrals",
              "select e.EVENT_ID as ID, a.CUSTOMER_ID, a.CONTACT, '' as OWNER_KEY"
                  + " from PP_REFERRAL_EVENT e join PP_REFERRAL r on r.REFERRAL_ID = e.REFERRAL_ID"
                  + " join PP_ADVOCATE a on a.ADVOCATE_ID = r.ADVOCATE_ID"
                  + " where e.EVENT_ID > ? and e.EVENT_ID <= ? order by e.EVENT_ID limit ?",
              "select max(EVENT_ID) from PP_REFERRAL_EVENT",
              50,
              false),
          new Tail(
              "looks",
              "select LAST_AT as ID, CUSTOMER_ID, MAILBOX_KEY as CONTACT, '' as OWNER_KEY"
                  + " from PP_INTEREST where LAST_AT > ? and LAST_AT <= ?"
                  + " order by LAST_AT, INTEREST_ID limit ?",
              "select max(LAST_AT) from PP_INTEREST",
              10_000,
              true),
          new Tail(
              "consents",
              "select CONSENT_ID as ID, 0 as CUSTOMER_ID, CONTACT, '' as OWNER_KEY"
                  + " from PP_CONSENT where CONSENT_ID > ? and CONSENT_ID <= ?"
                  + " order by CONSENT_ID limit ?",
              "select max(CONSENT_ID) from PP_CONSENT",
              50,
              false),
          new Tail(
              "scores",
              "select ANSWER_ID as ID, CUSTOMER_ID, CONTACT, '' as OWNER_KEY"
                  + " from PP_SURVEY_ANSWER where ANSWER_ID > ? and ANSWER_ID <= ?"
                  + " order by ANSWER_ID limit ?",
              "select max(ANSWER_ID) from PP_SURVEY_ANSWER",
              50,
              false));

  final String task;
  final String rows;
  final String end;

  /** How far before the place is looked at again. */
  final long again;

  final boolean timed;

  /**
   * @param rows columns ID, CUSTOMER_ID, CONTACT and OWNER_KEY with an ID over one parameter and up
   *     to the other, by ascending ID
   */
  Tail(String task, String rows, String end, long again, boolean timed) {
    this.task = "people after " + task;
    this.rows = rows;
    this.end = end;
    this.again = again;
    this.timed = timed;
  }
}
