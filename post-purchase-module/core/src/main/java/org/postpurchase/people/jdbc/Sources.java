package org.postpurchase.people.jdbc;

import static org.postpurchase.people.EntrySource.ADVOCATE;
import static org.postpurchase.people.EntrySource.CAMPAIGN;
import static org.postpurchase.people.EntrySource.CASE;
import static org.postpurchase.people.EntrySource.CLICK;
import static org.postpurchase.people.EntrySource.CODE;
import static org.postpurchase.people.EntrySource.CONSENT;
import static org.postpurchase.people.EntrySource.DECISION;
import static org.postpurchase.people.EntrySource.MESSAGE;
import static org.postpurchase.people.EntrySource.ORDER_FACT;
import static org.postpurchase.people.EntrySource.POSTING;
import static org.postpurchase.people.EntrySource.REFERRAL;
import static org.postpurchase.people.EntrySource.REFERRED;
import static org.postpurchase.people.EntrySource.REVIEW;
import static org.postpurchase.people.EntrySource.SERIES_ENDED;
import static org.postpurchase.people.EntrySource.SERIES_ENTERED;
import static org.postpurchase.people.EntrySource.STORY;
import static org.postpurchase.people.EntrySource.SUPPRESSION;
import static org.postpurchase.people.EntrySource.SURVEY;
import static org.postpurchase.people.EntrySource.TIER;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Where each source's entries stand. A feature that tells something new adds a line. */
final class Sources {
  private static final String RUNS =
      "PP_ENROLLMENT e left join PP_SERIES s on s.SERIES_ID = e.SERIES_ID";

  /** Messages to staff about a person are none to the person. */
  private static final String NOT_TO_STAFF = "m.TOUCH <> 'case-alert'";

  /** When the warehouse tells of something, the host's own status about the same is no news. */
  private static final String NOT_TOLD_TWICE =
      " and (o.SOURCE = 'SERVICE' or not exists (select 1 from PP_OUTBOX z where z.ORDER_ID ="
          + " o.ORDER_ID and z.HANDLER = 'intake' and z.FACT = o.FACT and z.SOURCE = 'SERVICE'))";

  static final List<Source> ALL =
      Collections.unmodifiableList(
          Arrays.asList(
              new Source(ORDER_FACT, "PP_OUTBOX o", "o.OUTBOX_ID", "o.OCCURRED_AT")
                  .says("o.FACT", "''", "o.SOURCE")
                  .order("o.ORDER_ID")
                  .only("o.HANDLER = 'intake' and o.FACT <> 'SUBMITTED'" + NOT_TOLD_TWICE)
                  .byOrder("o.ORDER_ID"),
              new Source(SERIES_ENTERED, RUNS, "e.ENROLLMENT_ID", "e.ENTERED_AT")
                  .says("'ENTERED'", "s.NAME", "''")
                  .order("e.ORDER_ID")
                  .ref("e.ENROLLMENT_ID")
                  .byMailbox("e.CONTACT")
                  .byOrder("e.ORDER_ID"),
              new Source(SERIES_ENDED, RUNS, "e.ENROLLMENT_ID", "e.ENDED_AT")
                  .says("e.STATE", "s.NAME", "e.REASON_CODE")
                  .order("e.ORDER_ID")
                  .ref("e.ENROLLMENT_ID")
                  .byMailbox("e.CONTACT")
                  .byOrder("e.ORDER_ID"),
              new Source(DECISION, "PP_TOUCH_DECISION d", "d.DECISION_ID", "d.DECIDED_AT")
                  .says("d.REASON_CODE", "coalesce(d.STEP_KEY, d.TOUCH)", "d.DETAIL")
                  .order("d.ORDER_ID")
                  .ref("coalesce(d.ENROLLMENT_ID, 0)")
                  .only("d.VERDICT <> 'SEND'")
                  .byMailbox("d.CONTACT")
                  .byOrder("d.ORDER_ID"),
              new Source(MESSAGE, "PP_MESSAGE m", "m.MESSAGE_ID", "m.QUEUED_AT")
                  .says("m.STATE", "coalesce(m.SUBJECT, m.TEMPLATE_KEY)", "m.REASON")
                  .order("coalesce(m.ORDER_ID, 0)")
                  .only(NOT_TO_STAFF)
                  .byMailbox("m.CONTACT")
                  .byOrder("m.ORDER_ID"),
              new Source(
                      CLICK,
                      "PP_CLICK h left join PP_MESSAGE w on w.MESSAGE_ID = h.MESSAGE_ID",
                      "(h.MESSAGE_ID * 64 + h.LINK_NO)",
                      "h.CLICKED_AT")
                  .says(
                      "case when h.VERDICT = 'COUNTED' then 'COUNTED' else h.REASON end",
                      "coalesce(w.SUBJECT, h.STEP_KEY)",
                      "h.LINK_TO")
                  .ref("h.MESSAGE_ID")
                  .byMailbox("h.CONTACT"),
              new Source(POSTING, "PP_POINTS_POSTING p", "p.POSTING_NO", "p.POSTED_AT")
                  .says("p.VERB", "p.REASON_CODE", "p.ACTOR")
                  .order("coalesce(p.ORDER_ID, 0)")
                  .number("p.POINTS")
                  .ref("p.ACCOUNT_ID")
                  .byAccount("p.ACCOUNT_ID"),
              new Source(TIER, "PP_TIER_CHANGE t", "t.CHANGE_ID", "t.CHANGED_AT")
                  .says("t.KIND", "t.TIER_KEY", "''")
                  .ref("t.ACCOUNT_ID")
                  .byAccount("t.ACCOUNT_ID"),
              new Source(CODE, "PP_REWARD_CODE c", "c.REWARD_CODE_ID", "c.ISSUED_AT")
                  .says("c.STATE", "c.CODE", "c.TITLE")
                  .order("coalesce(c.ORDER_ID, 0)")
                  .byMailbox("c.CONTACT")
                  .byCustomer("c.CUSTOMER_ID"),
              new Source(ADVOCATE, "PP_ADVOCATE a", "a.ADVOCATE_ID", "a.JOINED_AT")
                  .says("'JOINED'", "a.CODE", "''")
                  .byAdvocate("a.ADVOCATE_ID"),
              new Source(REFERRAL, "PP_REFERRAL r", "r.REFERRAL_ID", "r.CLAIMED_AT")
                  .says("r.STATE", "''", "r.REASON")
                  .order("coalesce(r.ORDER_ID, 0)")
                  .byAdvocate("r.ADVOCATE_ID"),
              new Source(REFERRED, "PP_REFERRAL r", "r.REFERRAL_ID", "r.CLAIMED_AT")
                  .says("r.STATE", "''", "r.REASON")
                  .order("coalesce(r.ORDER_ID, 0)")
                  .byOrder("r.ORDER_ID"),
              new Source(REVIEW, "PP_REVIEW v", "v.REVIEW_ID", "v.WRITTEN_AT")
                  .says("v.STATE", "''", "v.HIDE_REASON")
                  .order("coalesce(v.ORDER_ID, 0)")
                  .number("v.STARS")
                  .ref("v.PRODUCT_ID")
                  .byMailbox("v.AUTHOR_KEY")
                  .byOrder("v.ORDER_ID"),
              new Source(STORY, "PP_STORY y", "y.STORY_ID", "y.CREATED_AT")
                  .says("y.STATE", "''", "''")
                  .ref("y.PRODUCT_ID")
                  .byMailbox("y.CONTACT"),
              new Source(
                      CAMPAIGN,
                      "PP_CAMPAIGN_ENTRY n join PP_CAMPAIGN g on g.CAMPAIGN_ID = n.CAMPAIGN_ID",
                      "n.ENTRY_ID",
                      "n.ENTERED_AT")
                  .says("'ENTERED'", "g.CODE", "''")
                  .number("n.PLACE")
                  .byMailbox("n.CONTACT"),
              new Source(
                      SURVEY,
                      "PP_SURVEY_ANSWER w join PP_SURVEY q on q.SURVEY_ID = w.SURVEY_ID",
                      "w.ANSWER_ID",
                      "w.ANSWERED_AT")
                  .says("q.KIND1", "q.NAME", "''")
                  .order("w.ORDER_ID")
                  .number("coalesce(w.VALUE1, -1)")
                  .ref("w.SURVEY_ID")
                  .byMailbox("w.CONTACT"),
              new Source(CASE, "PP_CASE k", "k.CASE_ID", "k.OPENED_AT")
                  .says("k.STATE", "k.SUBJECT", "k.KIND")
                  .order("k.ORDER_ID")
                  .byMailbox("k.CONTACT"),
              new Source(CONSENT, "PP_CONSENT x", "x.CONSENT_ID", "x.RECORDED_AT")
                  .says("x.DECISION", "x.PURPOSE", "x.SOURCE")
                  .order("coalesce(x.ORDER_ID, 0)")
                  .byMailbox("x.CONTACT"),
              new Source(SUPPRESSION, "PP_SUPPRESSION u", "u.SUPPRESSION_ID", "u.SUPPRESSED_AT")
                  .says("u.SCOPE", "''", "u.REASON")
                  .byMailbox("u.CONTACT")));

  private Sources() {}
}
