package org.postpurchase.survey.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.jdbc.PageByKey;
import org.postpurchase.survey.SurveyAnswer;
import org.postpurchase.survey.SurveyResults;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

final class JdbcSurveyResults implements SurveyResults {
  private static final String COUNTS =
      "select SURVEY_ID, count(*) N from PP_SURVEY_ANSWER group by SURVEY_ID";
  private static final String WITH_WORDS =
      " where SURVEY_ID = ? and (char_length(TEXT1) > 0 or char_length(TEXT2) > 0)";

  private final JdbcTemplate jdbc;

  JdbcSurveyResults(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Long, Long> counts() {
    Map<Long, Long> counts = new HashMap<>();
    jdbc.query(
        COUNTS, (RowCallbackHandler) row -> counts.put(row.getLong("SURVEY_ID"), row.getLong("N")));
    return counts;
  }

  @Override
  public List<Tally> tallies(long surveyId, int question) {
    String value = question == 0 ? "VALUE1" : "VALUE2";
    return jdbc.query(
        "select VERSION_NUMBER, extract(year from ANSWERED_AT) Y, extract(month from ANSWERED_AT)"
            + " M, "
            + value
            + " V, count(*) N from PP_SURVEY_ANSWER where SURVEY_ID = ? and "
            + value
            + " is not null group by VERSION_NUMBER, extract(year from ANSWERED_AT), extract(month"
            + " from ANSWERED_AT), "
            + value,
        (row, n) ->
            new Tally(
                row.getInt("VERSION_NUMBER"),
                String.format("%04d-%02d", row.getInt("Y"), row.getInt("M")),
                row.getInt("V"),
                row.getLong("N")),
        surveyId);
  }

  @Override
  public PageOf<SurveyAnswer> comments(long surveyId, ListPage page) {
    List<Object> args = new ArrayList<>(Collections.singletonList(surveyId));
    return new PageByKey(jdbc, "ANSWER_ID")
        .of(SurveyRows.ANSWER, WITH_WORDS, args, page, (row, n) -> SurveyRows.answer(row));
  }
}
