package org.postpurchase.order.jdbc;

import org.postpurchase.order.OrderLineStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one door to this feature's tables. */
public final class OrderJdbcModule {
  private OrderJdbcModule() {}

  public static OrderLineStore lineStore(JdbcTemplate jdbc, Inserts inserts) {
    return new JdbcOrderLineStore(jdbc, inserts);
  }
}
