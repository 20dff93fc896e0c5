package org.postpurchase.occasion.jdbc;

import org.postpurchase.occasion.DueOccasions;
import org.postpurchase.occasion.PeopleOfCountries;
import org.postpurchase.occasion.ReorderGaps;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of due occasions. */
public final class OccasionJdbcModule {
  private OccasionJdbcModule() {}

  public static DueOccasions occasions(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcDueOccasions(jdbc, inserts);
  }

  /** Who bought what again; nothing while no facts about people are collected. */
  public static ReorderGaps.Repeats repeats(JdbcTemplate jdbc) {
    return new JdbcRepeats(jdbc);
  }

  public static PeopleOfCountries people(JdbcTemplate jdbc) {
    return new JdbcPeopleOfCountries(jdbc);
  }
}
