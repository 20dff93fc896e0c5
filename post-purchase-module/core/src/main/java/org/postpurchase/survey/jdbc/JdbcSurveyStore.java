package org.postpurchase.survey.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.NewRow;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.survey.Answerer;
import org.postpurchase.survey.Survey;
import org.postpurchase.survey.SurveyAnswer;
import org.postpurchase.survey.SurveyContent;
import org.postpurchase.survey.SurveyRef;
import org.postpurchase.survey.SurveyStore;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcSurveyStore implements SurveyStore {
  private static final String ADD =
      "insert into PP_SURVEY (NAME, STATUS, LIVE_VERSION, ON_CONFIRMATION, COOLDOWN_DAYS,"
          + " EDITION, "
          + SurveyRows.CONTENT
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SAVE =
      "update PP_SURVEY set NAME = ?, STATUS = ?, LIVE_VERSION = ?, ON_CONFIRMATION = ?,"
          + " COOLDOWN_DAYS = ?, ACTIVE_SINCE = ?, EDITION = ?, KIND1 = ?, QUESTION1 = ?, CHOICES1"
          + " = ?, KIND2 = ?, QUESTION2 = ?, CHOICES2 = ?, THANKS = ? where SURVEY_ID = ? and"
          + " EDITION = ?";
  private static final String PUBLISH =
      "insert into PP_SURVEY_VERSION (SURVEY_ID, VERSION_NUMBER, PUBLISHED_AT, "
          + SurveyRows.CONTENT
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String VERSION =
      "select "
          + SurveyRows.CONTENT
          + " from PP_SURVEY_VERSION where SURVEY_ID = ? and VERSION_NUMBER = ?";
  private static final String ANSWER =
      "insert into PP_SURVEY_ANSWER (SURVEY_ID, ASK_KEY, VERSION_NUMBER, CONTACT, CUSTOMER_ID,"
          + " ORDER_ID, VALUE1, TEXT1, VALUE2, TEXT2, LOCALE_CODE, ANSWERED_AT) values (?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String LAST =
      "select max(ANSWERED_AT) LAST_AT from PP_SURVEY_ANSWER where CONTACT = ?";

  private static final String LAST_OF =
      "select CONTACT, max(ANSWERED_AT) LAST_AT from PP_SURVEY_ANSWER where CONTACT {keys}"
          + " group by CONTACT";
  private static final String ANSWERERS =
      "select a.ANSWER_ID, a.CONTACT, a.CUSTOMER_ID, a.ORDER_ID from PP_SURVEY_ANSWER a join"
          + " (select min(ANSWER_ID) ID from PP_SURVEY_ANSWER where SURVEY_ID = ? group by CONTACT)"
          + " f on f.ID = a.ANSWER_ID where a.ANSWER_ID > ? order by a.ANSWER_ID limit ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcSurveyStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public List<Survey> all() {
    return jdbc.query(
        SurveyRows.SURVEY + " order by SURVEY_ID desc", (row, n) -> SurveyRows.survey(row));
  }

  @Override
  public Optional<Survey> find(long id) {
    return one(" where SURVEY_ID = ?", id);
  }

  @Override
  public Optional<Survey> lock(long id) {
    return jdbc.update("update PP_SURVEY set STATUS = STATUS where SURVEY_ID = ?", id) == 0
        ? Optional.<Survey>empty()
        : one(" where SURVEY_ID = ? for update", id);
  }

  private Optional<Survey> one(String where, Object... args) {
    return jdbc.query(SurveyRows.SURVEY + where, (row, n) -> SurveyRows.survey(row), args).stream()
        .findFirst();
  }

  @Override
  public long add(Survey survey) {
    List<Object> values = values(survey);
    values.remove(5); // nobody was asked yet
    return NewRow.id(jdbc, "SURVEY_ID", ADD, values.toArray());
  }

  @Override
  public boolean save(Survey survey) {
    List<Object> args = values(survey);
    args.add(survey.id);
    args.add(survey.edition - 1);
    return jdbc.update(SAVE, args.toArray()) == 1;
  }

  private static List<Object> values(Survey survey) {
    List<Object> values =
        new ArrayList<>(
            Arrays.<Object>asList(
                survey.settings.name,
                survey.status.name(),
                survey.liveVersion,
                survey.settings.onConfirmation,
                survey.settings.cooldownDays,
                Utc.param(survey.activeSince),
                survey.edition));
    values.addAll(SurveyRows.values(survey.draft));
    return values;
  }

  @Override
  public void publish(long surveyId, int version, SurveyContent content, Instant now) {
    List<Object> args = new ArrayList<>(Arrays.<Object>asList(surveyId, version, Utc.param(now)));
    args.addAll(SurveyRows.values(content));
    jdbc.update(PUBLISH, args.toArray());
  }

  @Override
  public Optional<SurveyContent> version(long surveyId, int version) {
    return jdbc.query(VERSION, (row, n) -> SurveyRows.content(row), surveyId, version).stream()
        .findFirst();
  }

  @Override
  public Optional<Survey> onConfirmation() {
    return one(
        " where STATUS = 'ACTIVE' and ON_CONFIRMATION = ? order by SURVEY_ID desc limit 1", true);
  }

  @Override
  public boolean add(SurveyAnswer answer) {
    SurveyAnswer.Part first = answer.parts.get(0);
    SurveyAnswer.Part second = answer.parts.size() > 1 ? answer.parts.get(1) : first;
    boolean two = answer.parts.size() > 1;
    return inserts.ifAbsent(
        ANSWER,
        answer.ref.surveyId,
        answer.ref.askKey(),
        answer.version,
        answer.contact,
        answer.customerId,
        answer.ref.orderId,
        value(first),
        first.text,
        two ? value(second) : null,
        two ? second.text : "",
        answer.localeCode,
        Utc.param(answer.answeredAt));
  }

  private static Integer value(SurveyAnswer.Part part) {
    return part.value.isPresent() ? part.value.getAsInt() : null;
  }

  @Override
  public Optional<SurveyAnswer> answer(SurveyRef ref) {
    return jdbc
        .query(
            SurveyRows.ANSWER + " where SURVEY_ID = ? and ASK_KEY = ?",
            (row, n) -> SurveyRows.answer(row),
            ref.surveyId,
            ref.askKey())
        .stream()
        .findFirst();
  }

  @Override
  public Map<String, Instant> lastAnswered(Collection<String> contacts) {
    Map<String, Instant> last = new HashMap<>();
    inserts
        .rows()
        .select(
            LAST_OF,
            contacts,
            (row, n) -> last.put(row.getString("CONTACT"), Utc.instant(row, "LAST_AT")));
    return last;
  }

  @Override
  public List<Answerer> answerers(long surveyId, long after, int limit) {
    return jdbc.query(
        ANSWERERS,
        (row, n) ->
            new Answerer(
                row.getLong("ANSWER_ID"),
                row.getString("CONTACT"),
                row.getLong("CUSTOMER_ID"),
                row.getLong("ORDER_ID")),
        surveyId,
        after,
        limit);
  }

  @Override
  public Optional<Instant> lastAnswered(String contact) {
    return jdbc.query(LAST, (row, n) -> Optional.ofNullable(Utc.instant(row, "LAST_AT")), contact)
        .get(0);
  }
}
