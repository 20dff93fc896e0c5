package org.postpurchase.survey.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.survey.Question;
import org.postpurchase.survey.QuestionKind;
import org.postpurchase.survey.Survey;
import org.postpurchase.survey.SurveyAnswer;
import org.postpurchase.survey.SurveyContent;
import org.postpurchase.survey.SurveyRef;

/** Rows of the survey tables as values. */
final class SurveyRows {
  static final String CONTENT = "KIND1, QUESTION1, CHOICES1, KIND2, QUESTION2, CHOICES2, THANKS";
  static final String SURVEY =
      "select SURVEY_ID, NAME, STATUS, LIVE_VERSION, ON_CONFIRMATION, COOLDOWN_DAYS, ACTIVE_SINCE,"
          + " EDITION, "
          + CONTENT
          + " from PP_SURVEY";
  static final String ANSWER =
      "select ANSWER_ID, SURVEY_ID, VERSION_NUMBER, CONTACT, CUSTOMER_ID, ORDER_ID, VALUE1, TEXT1,"
          + " VALUE2, TEXT2, LOCALE_CODE, ANSWERED_AT from PP_SURVEY_ANSWER";

  private SurveyRows() {}

  static Survey survey(ResultSet row) throws SQLException {
    return new Survey(
        row.getLong("SURVEY_ID"),
        Survey.Status.valueOf(row.getString("STATUS")),
        new Survey.Live(row.getInt("LIVE_VERSION"), Utc.instant(row, "ACTIVE_SINCE")),
        row.getInt("EDITION"),
        new Survey.Settings(
            row.getString("NAME"), row.getBoolean("ON_CONFIRMATION"), row.getInt("COOLDOWN_DAYS")),
        content(row));
  }

  static SurveyContent content(ResultSet row) throws SQLException {
    List<Question> questions = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      String kind = Columns.text(row, "KIND" + i);
      if (!kind.isEmpty()) {
        String choices = Columns.text(row, "CHOICES" + i);
        questions.add(
            new Question(
                QuestionKind.valueOf(kind),
                Columns.text(row, "QUESTION" + i),
                choices.isEmpty()
                    ? Collections.<String>emptyList()
                    : Arrays.asList(choices.split("\n"))));
      }
    }
    return new SurveyContent(questions, Columns.text(row, "THANKS"));
  }

  /** The values of {@link #CONTENT}. */
  static List<Object> values(SurveyContent content) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      if (i < content.questions.size()) {
        Question q = content.questions.get(i);
        values.addAll(Arrays.asList(q.kind.name(), q.words, String.join("\n", q.choices)));
      } else {
        values.addAll(Arrays.asList("", "", ""));
      }
    }
    values.add(content.thanks);
    return values;
  }

  static SurveyAnswer answer(ResultSet row) throws SQLException {
    return new SurveyAnswer(
        new SurveyRef(row.getLong("SURVEY_ID"), row.getLong("ORDER_ID")),
        row.getInt("VERSION_NUMBER"),
        new SurveyAnswer.Respondent(
            row.getString("CONTACT"), row.getLong("CUSTOMER_ID"), row.getString("LOCALE_CODE")),
        Utc.instant(row, "ANSWERED_AT"),
        Arrays.asList(part(row, 1), part(row, 2)));
  }

  private static SurveyAnswer.Part part(ResultSet row, int number) throws SQLException {
    int value = row.getInt("VALUE" + number);
    boolean isThere = !row.wasNull();
    return new SurveyAnswer.Part(
        isThere ? OptionalInt.of(value) : OptionalInt.empty(), Columns.text(row, "TEXT" + number));
  }
}
