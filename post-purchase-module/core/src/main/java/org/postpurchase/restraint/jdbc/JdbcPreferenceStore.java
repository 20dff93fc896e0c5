package org.postpurchase.restraint.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.restraint.PreferenceStore;
import org.postpurchase.restraint.Wishes;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** The wishes on PP_CONTACT. */
final class JdbcPreferenceStore implements PreferenceStore {
  private static final String READ =
      "select PAUSED_UNTIL, LEAST_HOURS, INTERESTS, CLICKS from PP_CONTACT where CONTACT = ?";
  private static final String KNOW = "insert into PP_CONTACT (CONTACT, KNOWN_SINCE) values (?, ?)";
  private static final String SAVE =
      "update PP_CONTACT set PAUSED_UNTIL = ?, LEAST_HOURS = ?, INTERESTS = ?, PREFERRED_AT = ?,"
          + " CLICKS = ? where CONTACT = ?";
  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcPreferenceStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public Optional<Wishes> read(String contact) {
    return jdbc.query(READ, (row, n) -> wishes(row), contact).stream().findFirst();
  }

  private static Wishes wishes(ResultSet row) throws SQLException {
    List<Long> interests =
        Arrays.stream(Columns.text(row, "INTERESTS").split(" "))
            .filter(id -> !id.isEmpty())
            .map(Long::valueOf)
            .collect(Collectors.toList());
    return new Wishes(Utc.instant(row, "PAUSED_UNTIL"), row.getInt("LEAST_HOURS"), interests)
        .unmeasured("NO".equals(row.getString("CLICKS")));
  }

  @Override
  public void save(String contact, Wishes wishes, Instant now) {
    String interests =
        wishes.interests.stream().map(String::valueOf).collect(Collectors.joining(" "));
    inserts.orKeep(KNOW, contact, Utc.param(now));
    jdbc.update(
        SAVE,
        Utc.param(wishes.storedPause()),
        wishes.leastHours,
        interests,
        Utc.param(now),
        wishes.unmeasured ? "NO" : null,
        contact);
  }
}
