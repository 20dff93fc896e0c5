package org.postpurchase.broadleaf.order;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** When many orders were placed, by the same rule as for one: as it was noticed, else stamped. */
final class SubmissionTimes {
  private static final String EVENTS =
      "select ORDER_ID, SOURCE, OCCURRED_AT from PP_OUTBOX where ENTRY_KEY in (";

  private final JdbcTemplate jdbc;

  SubmissionTimes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** By the ids of the orders, all of which have been placed. */
  Map<Long, Instant> of(Collection<Order> orders) {
    Map<Long, Instant> times = new HashMap<>();
    Map<String, Instant> stamped = new LinkedHashMap<>();
    for (Order order : orders) {
      Instant stamp = Instant.ofEpochMilli(order.getSubmitDate().getTime());
      times.put(order.getId(), stamp);
      stamped.put(OrderEvent.statusKey(order.getId(), OrderFact.SUBMITTED, 1), stamp);
    }
    String places = String.join(", ", Collections.nCopies(stamped.size(), "?"));
    jdbc.query(
        EVENTS + places + ")",
        row -> {
          EventSource source = EventSource.valueOf(row.getString("SOURCE"));
          Instant seen = Utc.instant(row, "OCCURRED_AT");
          times.computeIfPresent(
              row.getLong("ORDER_ID"), (id, stamp) -> OrderMapper.seen(source, seen, stamp));
        },
        stamped.keySet().toArray());
    return times;
  }
}
