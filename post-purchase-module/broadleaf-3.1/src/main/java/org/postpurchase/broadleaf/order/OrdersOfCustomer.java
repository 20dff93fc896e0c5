package org.postpurchase.broadleaf.order;

import java.util.List;
import org.postpurchase.review.OrdersOfBuyer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders of one of the host's customers, by the host's index on them. */
public final class OrdersOfCustomer implements OrdersOfBuyer {
  private static final String NEWEST =
      "select ORDER_ID from BLC_ORDER where CUSTOMER_ID = ? and ORDER_STATUS = 'SUBMITTED' order by"
          + " ORDER_ID desc limit ?";

  private final JdbcTemplate jdbc;

  public OrdersOfCustomer(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Long> newest(long customerId, int most) {
    return jdbc.queryForList(NEWEST, Long.class, customerId, most);
  }
}
