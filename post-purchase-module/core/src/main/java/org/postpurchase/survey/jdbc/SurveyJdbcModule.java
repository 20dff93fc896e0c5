package org.postpurchase.survey.jdbc;

import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.survey.SurveyResults;
import org.postpurchase.survey.SurveyStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class SurveyJdbcModule {
  private SurveyJdbcModule() {}

  public static SurveyStore surveys(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcSurveyStore(jdbc, inserts);
  }

  public static SurveyResults results(JdbcTemplate jdbc) {
    return new JdbcSurveyResults(jdbc);
  }
}
