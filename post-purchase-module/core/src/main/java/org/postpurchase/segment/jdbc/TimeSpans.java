package org.postpurchase.segment.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postpurchase.segment.Leaf;
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

  Optional<Instant> nextChange(Leaf leaf, Instant after) {
    String column = leaf.field.column;
    List<Instant> next =
        jdbc.query(
            "select min(" + column + ") as NEXT_AT from PP_PERSON where " + column + " > ?",
            (row, n) -> Utc.instant(row, "NEXT_AT"),
            Utc.param(Leaf.threshold(leaf.number(), after)));
    return Optional.ofNullable(next.get(0))
        .map(first -> first.plus(Duration.ofDays(leaf.number())));
  }
}
