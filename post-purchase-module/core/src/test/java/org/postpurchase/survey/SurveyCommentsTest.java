package org.postpurchase.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.survey.jdbc.SurveyJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;

/** What people wrote is turned page by page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SurveyCommentsTest {
  private static final long SURVEY = 4_711;
  private static final long OTHER = 4_712;

  private static CoreDatabase database(String name) {
    return switch (name) {
      case "PostgreSQL" -> Databases.postgres();
      case "MariaDB" -> Databases.mariadb();
      default -> Databases.hsqldb();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"HSQLDB", "PostgreSQL", "MariaDB"})
  void each_comment_is_shown_once_the_newest_first(String name) {
    CoreDatabase database = database(name);
    database.jdbc.update("delete from PP_SURVEY_ANSWER");
    for (int n = 1; n <= 7; n++) {
      add(database, SURVEY, n, n % 3 == 0 ? "" : "words " + n, n == 4 ? "and more" : null);
      add(database, OTHER, n, "of another survey", null);
    }
    SurveyResults results = SurveyJdbcModule.results(database.jdbc);
    for (int size = 1; size <= 6; size++) {
      List<String> seen = new ArrayList<>();
      PageOf<SurveyAnswer> page = results.comments(SURVEY, ListPage.newest(size));
      assertThat(page.newerThan).isZero();
      see(page, seen);
      while (page.olderThan > 0) {
        page = results.comments(SURVEY, ListPage.olderThan(page.olderThan, size));
        see(page, seen);
      }
      assertThat(seen).containsExactly("words 7", "words 5", "words 4", "words 2", "words 1");
    }
  }

  private static void see(PageOf<SurveyAnswer> page, List<String> seen) {
    page.rows.forEach(answer -> seen.add(answer.parts.get(0).text));
  }

  private static void add(CoreDatabase database, long survey, int n, String words, String second) {
    database.jdbc.update(
        "insert into PP_SURVEY_ANSWER (SURVEY_ID, ASK_KEY, VERSION_NUMBER, CONTACT, CUSTOMER_ID,"
            + " ORDER_ID, VALUE1, TEXT1, TEXT2, LOCALE_CODE, ANSWERED_AT) values (?, ?, 1,"
            + " 'a@b.example', 0, ?, 5, ?, ?, 'en_US', ?)",
        survey,
        "k" + survey + ":" + n,
        n,
        words,
        second,
        Utc.param(Instant.parse("2026-11-01T10:00:00Z")));
  }
}
