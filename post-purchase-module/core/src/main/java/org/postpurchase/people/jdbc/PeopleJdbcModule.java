package org.postpurchase.people.jdbc;

import org.postpurchase.people.Glances;
import org.postpurchase.people.Timeline;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's statements. */
public final class PeopleJdbcModule {
  private PeopleJdbcModule() {}

  public static Glances glances(JdbcTemplate jdbc, RowSets sets) {
    return new JdbcGlances(jdbc, sets);
  }

  public static Timeline timeline(JdbcTemplate jdbc, RowSets sets) {
    return new JdbcTimeline(jdbc, sets);
  }
}
