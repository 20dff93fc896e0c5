package org.postpurchase.person;

import java.util.Collections;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.jdbc.Utc;

/** Surveys of three kinds, and answers to them. */
final class PaperScores {
  final long nps;
  final long csat;

  /** The recommendation is the second question. */
  final long second;

  private final PeopleWorld world;
  private int answers;

  PaperScores(PeopleWorld world) {
    this.world = world;
    nps = survey(1, "NPS", "");
    csat = survey(2, "CSAT", "");
    second = survey(3, "TEXT", "NPS");
  }

  private long survey(long id, String first, String kind2) {
    world.db.jdbc.update(
        "insert into PP_SURVEY_VERSION (SURVEY_ID, VERSION_NUMBER, PUBLISHED_AT, KIND1, QUESTION1,"
            + " CHOICES1, KIND2, QUESTION2, CHOICES2, THANKS) values (?, 1, ?, ?, '', '', ?, '', '',"
            + " '')",
        id,
        Utc.param(PeopleWorld.START),
        first,
        kind2);
    return id;
  }

  /** Answered as the shop's page does it: row and moment in one transaction. */
  void given(String mailbox, long customerId, long survey, int score) {
    world.db.transactions.run(
        () -> {
          written(mailbox, customerId, survey, score);
          Moment.Builder moment = Moment.of("SCORE_GIVEN", EmailAddress.of(mailbox));
          if (customerId > 0) {
            moment.customer(customerId);
          }
          world
              .door()
              .report(
                  Collections.singleton(
                      moment
                          .values(MomentValues.none().number("score", score))
                          .happened("score:" + answers, world.clock.instant())));
        });
  }

  /** Only the row. */
  void written(String mailbox, long customerId, long survey, int score) {
    answers++;
    world.db.jdbc.update(
        "insert into PP_SURVEY_ANSWER (SURVEY_ID, ASK_KEY, VERSION_NUMBER, CONTACT, CUSTOMER_ID,"
            + " ORDER_ID, VALUE1, TEXT1, VALUE2, TEXT2, LOCALE_CODE, ANSWERED_AT) values (?, ?, 1, ?,"
            + " ?, 1, ?, '', ?, '', 'en', ?)",
        survey,
        "order:" + answers,
        mailbox,
        customerId,
        survey == second ? null : score,
        survey == second ? score : null,
        Utc.param(world.clock.instant()));
  }
}
