package org.postpurchase.review.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.review.KeptCounts;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * PP_KEPT_LINE and PP_KEPT_COUNT. Of two who note one line at once, the later changes nothing or
 * begins again. Products are written in ascending id.
 */
final class JdbcKeptCounts implements KeptCounts {
  private static final String KNOWN =
      "select ORDER_LINE_ID, KEPT from PP_KEPT_LINE where ORDER_LINE_ID {keys}";
  private static final String ADD =
      "insert into PP_KEPT_LINE (ORDER_LINE_ID, PRODUCT_ID, KEPT, CHANGED_AT) values (?, ?, ?, ?)";
  private static final String CHANGE =
      "update PP_KEPT_LINE set KEPT = ?, CHANGED_AT = ? where ORDER_LINE_ID = ? and KEPT = ?";
  private static final String OPEN =
      "insert into PP_KEPT_COUNT (PRODUCT_ID, KEPT_N, BACK_N, CHANGED_AT) values (?, 0, 0, ?)";
  private static final String COUNT =
      "update PP_KEPT_COUNT set KEPT_N = KEPT_N + ?, BACK_N = BACK_N + ?, CHANGED_AT = ? where"
          + " PRODUCT_ID = ?";
  private static final String HAVE = "select PRODUCT_ID from PP_KEPT_COUNT where PRODUCT_ID {keys}";
  private static final String OF = "select KEPT_N, BACK_N from PP_KEPT_COUNT where PRODUCT_ID = ?";
  private static final String RECOUNT =
      "select sum(case when KEPT = true then 1 else 0 end) KEPT_N, sum(case when KEPT = true then 0"
          + " else 1 end) BACK_N from PP_KEPT_LINE where PRODUCT_ID = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcKeptCounts(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public void note(Collection<Line> lines, Instant now) {
    Map<Long, Line> all = new TreeMap<>();
    lines.forEach(line -> all.put(line.lineId, line));
    Map<Long, Boolean> known = new HashMap<>();
    inserts
        .rows()
        .select(
            KNOWN,
            all.keySet(),
            (row, n) -> known.put(row.getLong("ORDER_LINE_ID"), row.getBoolean("KEPT")));
    List<Object[]> added = new ArrayList<>();
    Map<Long, long[]> counts = new TreeMap<>();
    for (Line line : all.values()) {
      Boolean before = known.get(line.lineId);
      if (before == null) {
        added.add(new Object[] {line.lineId, line.productId, line.kept, Utc.param(now)});
        counts.computeIfAbsent(line.productId, id -> new long[2])[line.kept ? 0 : 1]++;
      } else if (before != line.kept && change(line, before, now)) {
        long[] delta = counts.computeIfAbsent(line.productId, id -> new long[2]);
        delta[line.kept ? 0 : 1]++;
        delta[line.kept ? 1 : 0]--;
      }
    }
    if (!added.isEmpty()) { // of two who add one, the later fails and begins again
      jdbc.batchUpdate(ADD, added);
    }
    if (!counts.isEmpty()) {
      count(counts, now);
    }
  }

  /** Whether it was still as it was read; who was later changes nothing. */
  private boolean change(Line line, boolean before, Instant now) {
    return jdbc.update(CHANGE, line.kept, Utc.param(now), line.lineId, before) == 1;
  }

  private void count(Map<Long, long[]> counts, Instant now) {
    List<Long> have =
        inserts.rows().select(HAVE, counts.keySet(), (row, n) -> row.getLong("PRODUCT_ID"));
    List<Object[]> rows = new ArrayList<>();
    counts.forEach(
        (product, delta) -> {
          if (!have.contains(product)) {
            inserts.orKeep(OPEN, product, Utc.param(now));
          }
          rows.add(new Object[] {delta[0], delta[1], Utc.param(now), product});
        });
    jdbc.batchUpdate(COUNT, rows);
  }

  @Override
  public Kept of(long productId) {
    return jdbc
        .query(OF, (row, n) -> new Kept(row.getLong("KEPT_N"), row.getLong("BACK_N")), productId)
        .stream()
        .findFirst()
        .orElse(Kept.NONE);
  }

  @Override
  public Kept recount(long productId) {
    return jdbc.queryForObject(
        RECOUNT, (row, n) -> new Kept(row.getLong("KEPT_N"), row.getLong("BACK_N")), productId);
  }
}
