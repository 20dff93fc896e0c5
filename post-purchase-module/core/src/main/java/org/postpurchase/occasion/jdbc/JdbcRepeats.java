package org.postpurchase.occasion.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.occasion.ReorderGaps;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * By the facts about people, along their index on products: whole people, however many there are.
 */
final class JdbcRepeats implements ReorderGaps.Repeats {
  private static final int MOST = 1_000;

  /** Whoever has bought it once says nothing and would only take the place of others. */
  private static final String BOUGHT =
      "select g.PERSON_ID, b.PLACED_AT from (select PERSON_ID from PP_PERSON_GOODS where KIND = 'P'"
          + " and GOODS_ID = ? group by PERSON_ID having count(*) > 1 order by PERSON_ID limit "
          + MOST
          + ") r join PP_PERSON_GOODS g on g.PERSON_ID = r.PERSON_ID and g.KIND = 'P' and"
          + " g.GOODS_ID = ? join PP_PERSON_BUY b on b.ORDER_ID = g.ORDER_ID";

  private final JdbcTemplate jdbc;

  JdbcRepeats(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Long, List<Instant>> of(long productId) {
    Map<Long, List<Instant>> people = new HashMap<>();
    jdbc.query(
        BOUGHT,
        row -> {
          people
              .computeIfAbsent(row.getLong("PERSON_ID"), id -> new ArrayList<>())
              .add(Utc.instant(row, "PLACED_AT"));
        },
        productId,
        productId);
    return people;
  }
}
