package org.postpurchase.consent.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Runs of a series whose own key holds the address: it is renamed with it, so that a happening that
 * is reported again is still the same one. Where another run of the mailbox has that key, this one
 * keeps its old one; both runs go on.
 */
final class RenameEnrollments {
  private static final String KEY =
      "select ENROLLMENT_KEY from PP_ENROLLMENT where ENROLLMENT_ID = ?";
  private static final String TAKEN =
      "select count(*) from PP_ENROLLMENT where ENROLLMENT_KEY = ? and ENROLLMENT_ID <> ?";
  private static final String RENAME =
      "update PP_ENROLLMENT set CONTACT = ?, ENROLLMENT_KEY = ? where ENROLLMENT_ID = ?";

  private final JdbcTemplate jdbc;

  RenameEnrollments(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void bring(List<BringToKeys.Misspelt> rows) {
    Set<String> given = new HashSet<>();
    List<Object[]> values = new ArrayList<>();
    for (BringToKeys.Misspelt row : rows) {
      String old = jdbc.queryForObject(KEY, String.class, row.id);
      String renamed = old.replace(":" + row.contact + ":", ":" + row.key + ":");
      boolean free =
          !given.contains(renamed)
              && jdbc.queryForObject(TAKEN, Integer.class, renamed, row.id) == 0;
      given.add(renamed);
      values.add(new Object[] {row.key, free ? renamed : old, row.id});
    }
    jdbc.batchUpdate(RENAME, values);
  }
}
