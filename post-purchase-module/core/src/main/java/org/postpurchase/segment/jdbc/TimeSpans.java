package org.postpurchase.segment.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.postpurchase.segment.Leaf;
import org.postpurchase.segment.TimedLeaf;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** For whom time alone changes the answer of a comparison, found by the index on its date. */
final class TimeSpans {
  private final JdbcTemplate jdbc;

  TimeSpans(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Long> changing(Leaf leaf, Instant after, Instant upTo, long afterId, int limit) {
    String column = leaf.field.column;
    return jdbc.queryForList(
        "select PERSON_ID from PP_PERSON where "
            + column
            + " > ? and "
            + column
            + " <= ? and PERSON_ID > ? order by PERSON_ID limit "
            + limit,
        Long.class,
        Utc.param(Leaf.threshold(leaf.number(), after)),
        Utc.param(Leaf.threshold(leaf.number(), upTo)),
        afterId);
  }

  Optional<Instant> nextChange(Collection<TimedLeaf> leaves) {
    if (leaves.isEmpty()) {
      return Optional.empty();
    }
    StringJoiner sql = new StringJoiner(" union all ");
    List<Object> thresholds = new ArrayList<>();
    for (TimedLeaf each : leaves) {
      String column = each.leaf.field.column;
      sql.add(
          "select "
              + each.leaf.number()
              + " as DAYS, min("
              + column
              + ") as FIRST_AT from PP_PERSON where "
              + column
              + " > ?");
      thresholds.add(Utc.param(Leaf.threshold(each.leaf.number(), each.lookedAt)));
    }
    return jdbc
        .query(sql.toString(), (row, n) -> Optional.ofNullable(moment(row)), thresholds.toArray())
        .stream()
        .filter(Optional::isPresent)
        .map(Optional::get)
        .min(Instant::compareTo);
  }

  private static Instant moment(ResultSet row) throws SQLException {
    Instant first = Utc.instant(row, "FIRST_AT");
    return first == null ? null : first.plus(Duration.ofDays(row.getLong("DAYS")));
  }
}
