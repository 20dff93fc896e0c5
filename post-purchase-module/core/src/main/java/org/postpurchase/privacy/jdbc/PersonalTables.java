package org.postpurchase.privacy.jdbc;

import static org.postpurchase.privacy.jdbc.Personal.By.ACCOUNT;
import static org.postpurchase.privacy.jdbc.Personal.By.ADVOCATE;
import static org.postpurchase.privacy.jdbc.Personal.By.CASE;
import static org.postpurchase.privacy.jdbc.Personal.By.CONTAINS;
import static org.postpurchase.privacy.jdbc.Personal.By.CUSTOMER;
import static org.postpurchase.privacy.jdbc.Personal.By.MAILBOX;
import static org.postpurchase.privacy.jdbc.Personal.By.MESSAGE;
import static org.postpurchase.privacy.jdbc.Personal.By.ORDER;
import static org.postpurchase.privacy.jdbc.Personal.By.OWNER;
import static org.postpurchase.privacy.jdbc.Personal.By.PERSON;
import static org.postpurchase.privacy.jdbc.Personal.By.PHONE;
import static org.postpurchase.privacy.jdbc.Personal.By.REFERRAL;
import static org.postpurchase.privacy.jdbc.Personal.By.REVIEW;
import static org.postpurchase.privacy.jdbc.Personal.By.RUN;
import static org.postpurchase.privacy.jdbc.Personal.By.STORY;
import static org.postpurchase.privacy.jdbc.Personal.rows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which tables hold something about people. Rows that hang on others come before them; sentences of
 * ours that may name somebody are {@link FreeTexts}. A text column that is in neither, nor in
 * {@code postpurchase/privacy/plain-columns.txt} fails a test.
 */
final class PersonalTables {
  static final List<Personal> ALL =
      Collections.unmodifiableList(
          Arrays.asList(
              // What people wrote, or staff about them.
              rows("PP_REVIEW_TEXT").by("REVIEW_ID", REVIEW).emptied("VIDEO_URL").set("BODY", "''"),
              rows("PP_REVIEW_REPLY").by("REVIEW_ID", REVIEW).emptied("BODY"),
              rows("PP_REVIEW_EVENT")
                  .by("REVIEW_ID", REVIEW)
                  .emptied("NOTE")
                  .set("ACTOR", "'erased'"),
              rows("PP_REVIEW_PHOTO").by("REVIEW_ID", REVIEW).deleted(),
              rows("PP_STORY_EVENT").by("STORY_ID", STORY).emptied("NOTE").set("ACTOR", "'erased'"),
              rows("PP_CASE_EVENT").by("CASE_ID", CASE).emptied("NOTE"),
              rows("PP_REFERRAL_EVENT").by("REFERRAL_ID", REFERRAL).emptied("DETAIL"),
              rows("PP_REFERRAL_SIGNAL").by("REFERRAL_ID", REFERRAL).deleted(),
              rows("PP_POINTS_ADJUSTMENT").by("ACCOUNT_ID", ACCOUNT).emptied("NOTE"),
              rows("PP_POINTS_REQUEST").by("ACCOUNT_ID", ACCOUNT).emptied("NOTE"),
              // Reviews, stories, answers, cases.
              rows("PP_REVIEW")
                  .by("AUTHOR_KEY", MAILBOX)
                  .by("REVIEW_ID", REVIEW)
                  .named("AUTHOR_KEY")
                  .emptied("NICKNAME")
                  .set("CUSTOMER_ID", "0")
                  .set("PHOTOS", "0"),
              rows("PP_STORY")
                  .by("CONTACT", MAILBOX)
                  .named("CONTACT")
                  .emptied("NICKNAME", "BODY", "SHA256")
                  .renamed("STORY_KEY")
                  .set("STATE", "'WITHDRAWN'"),
              rows("PP_CAMPAIGN_ENTRY")
                  .by("CONTACT", MAILBOX)
                  .by("CUSTOMER_ID", CUSTOMER)
                  .named("CONTACT", "EMAIL")
                  .renamed("ENTRY_KEY")
                  .set("CUSTOMER_ID", "0"),
              rows("PP_SURVEY_ANSWER")
                  .by("CONTACT", MAILBOX)
                  .named("CONTACT")
                  .emptied("TEXT1", "TEXT2")
                  .set("CUSTOMER_ID", "0"),
              rows("PP_CASE")
                  .by("CONTACT", MAILBOX)
                  .named("CONTACT", "EMAIL")
                  .emptied("NAME")
                  .set("SUBJECT", "'erased'")
                  .set("CUSTOMER_ID", "0")
                  .set("STATE", "'CLOSED'"),
              rows("PP_ASK").by("CONTACT", MAILBOX).deleted(),
              rows("PP_ASK_STOP").by("CONTACT", MAILBOX).deleted(),
              // Messages, runs, decisions.
              rows("PP_STAFF_TASK")
                  .by("TASK_KEY", MESSAGE)
                  .by("EMAIL", MAILBOX)
                  .named("EMAIL")
                  .set("SUBJECT", "'erased'")
                  .emptied("INSTRUCTIONS", "NOTE")
                  .set("STATE", "case when STATE = 'OPEN' then 'FAILED' else STATE end"),
              rows("PP_MESSAGE")
                  .by("CONTACT", MAILBOX)
                  .by("ORDER_ID", ORDER)
                  .named("CONTACT", "RECIPIENT")
                  .emptied("SUBJECT", "HTML_BODY", "TEXT_BODY", "REASON"),
              rows("PP_CLICK").by("CONTACT", MAILBOX).deleted(),
              rows("PP_SUNSET").by("CONTACT", MAILBOX).deleted(),
              rows("PP_TOUCH_DECISION")
                  .by("CONTACT", MAILBOX)
                  .by("ENROLLMENT_ID", RUN)
                  .named("CONTACT")
                  .emptied("DETAIL"),
              rows("PP_STEP_EXECUTION").by("ENROLLMENT_ID", RUN).emptied("REASON"),
              rows("PP_MEMBER_MOMENT")
                  .by("ENROLLMENT_ID", RUN)
                  .named("EMAIL")
                  .emptied("FIRST_NAME", "TOLD"),
              rows("PP_REWARD_CODE")
                  .by("CONTACT", MAILBOX)
                  .by("CUSTOMER_ID", CUSTOMER)
                  .named("CONTACT")
                  .set("CUSTOMER_ID", "0"),
              rows("PP_ENROLLMENT")
                  .by("CONTACT", MAILBOX)
                  .named("CONTACT")
                  .renamed("ENROLLMENT_KEY")
                  .set("CUSTOMER_ID", "0"),
              rows("PP_DUE_OCCASION")
                  .by("CONTACT", MAILBOX)
                  .by("CUSTOMER_ID", CUSTOMER)
                  .by("OCCASION_KEY", CONTAINS)
                  .deleted(),
              rows("PP_CONTACT").by("CONTACT", MAILBOX).deleted(),
              rows("PP_CHECKOUT_ANSWER").by("ORDER_ID", ORDER).deleted(),
              // Proof that is kept under a hash.
              rows("PP_CONSENT")
                  .by("CONTACT", MAILBOX)
                  .set("CONTACT", "{hash}")
                  .set("CONSENT_KEY", "replace(CONSENT_KEY, {mailbox}, {hash})"),
              rows("PP_OPT_IN_CHECK")
                  .by("CONTACT", MAILBOX)
                  .set("CONTACT", "{hash}")
                  .emptied("CONFIRMED_FROM"),
              rows("PP_SUPPRESSION").by("CONTACT", MAILBOX).set("CONTACT", "{hash}"),
              // Telephones.
              rows("PP_SMS").by("PHONE_NUMBER", PHONE).set("PHONE_NUMBER", "''"),
              rows("PP_PROVIDER_EVENT")
                  .by("ADDRESS", MAILBOX)
                  .by("ADDRESS", PHONE)
                  .named("ADDRESS")
                  .emptied("DETAIL"),
              rows("PP_SMS_ANSWER").by("ORDER_ID", ORDER).deleted(),
              rows("PP_PHONE").by("CONTACT", MAILBOX).deleted(),
              // Referrals.
              rows("PP_REFERRAL")
                  .by("CONTACT", MAILBOX)
                  .by("ORDER_ID", ORDER)
                  .named("CONTACT")
                  .emptied("REFERRER", "APPEAL", "DEVICE_KEY", "NETWORK_KEY"),
              rows("PP_ADVOCATE")
                  .by("CONTACT", MAILBOX)
                  .by("ADVOCATE_ID", ADVOCATE)
                  .named("CONTACT")
                  .set("FIRST_NAME", "''")
                  .set("CUSTOMER_ID", "0")
                  .set("SUSPENDED", "true"),
              rows("PP_PERSON_KEY")
                  .by("CONTACT", MAILBOX)
                  .by("CUSTOMER_ID", CUSTOMER)
                  .by("ORDER_ID", ORDER)
                  .deleted(),
              // Who orders belong to, and facts about people.
              rows("PP_INTEREST").by("MAILBOX_KEY", MAILBOX).by("CUSTOMER_ID", CUSTOMER).deleted(),
              rows("PP_PERSON_GOODS").by("PERSON_ID", PERSON).deleted(),
              rows("PP_PERSON_SPEND").by("PERSON_ID", PERSON).deleted(),
              rows("PP_PERSON_BUY").by("PERSON_ID", PERSON).deleted(),
              rows("PP_SEGMENT_MEMBER").by("PERSON_ID", PERSON).deleted(),
              rows("PP_PERSON")
                  .by("PERSON_ID", PERSON)
                  .by("MAILBOX_KEY", MAILBOX)
                  .by("PERSON_KEY", CONTAINS)
                  .deleted(),
              rows("PP_PERSON_DIFFERENCE")
                  .by("PERSON_KEY", CONTAINS)
                  .emptied("WAS", "SHOULD_BE")
                  .renamed("PERSON_KEY"),
              rows("PP_PERSON_ORDER").by("MAILBOX_KEY", MAILBOX).named("MAILBOX_KEY"),
              rows("PP_EARNING_ORDER").by("ORDER_ID", ORDER).renamed("PERSON_KEY"),
              rows("PP_EARNING_PERSON").by("PERSON_KEY", CONTAINS).renamed("PERSON_KEY"),
              rows("PP_LOYALTY_MEMBER").by("OWNER_KEY", OWNER).deleted(),
              rows("PP_OUTBOX").by("ORDER_ID", ORDER).renamed("REASON", "PAYLOAD")));

  private PersonalTables() {}
}
