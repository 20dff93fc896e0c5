package org.postpurchase.occasion.jdbc;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.occasion.PeopleOfCountries;
import org.postpurchase.shared.jdbc.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** By PP_PERSON and its index on the country. */
final class JdbcPeopleOfCountries implements PeopleOfCountries {
  private static final String COUNTRIES =
      "select distinct COUNTRY_CODE from PP_PERSON where COUNTRY_CODE is not null";
  private static final String AFTER =
      "select PERSON_ID, CUSTOMER_ID, MAILBOX_KEY, LOCALE_CODE from PP_PERSON"
          + " where COUNTRY_CODE = ? and PERSON_ID > ? order by PERSON_ID limit ";

  private final JdbcTemplate jdbc;

  JdbcPeopleOfCountries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> countries() {
    return new TreeSet<>(jdbc.queryForList(COUNTRIES, String.class));
  }

  @Override
  public List<Resident> after(String country, long row, int most) {
    return jdbc.query(
        AFTER + most,
        (found, n) ->
            new Resident(
                found.getLong("PERSON_ID"),
                found.getLong("CUSTOMER_ID"),
                Columns.text(found, "MAILBOX_KEY"),
                Columns.text(found, "LOCALE_CODE")),
        country,
        row);
  }
}
