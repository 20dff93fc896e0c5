package org.postpurchase.broadleaf.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks for other submitted orders of the same person in the host's table, by its indices on e-mail
 * address and customer. Hosts keep addresses as they were typed: only when nothing is found that
 * way, all submitted orders are compared without regard to case.
 *
 * <p>What is earlier is decided by the host's own submit dates, which one clock has stamped.
 */
public final class BroadleafOrderHistory implements OrderHistory {
  private static final String OTHERS =
      "select o.ORDER_ID from BLC_ORDER o join BLC_ORDER own on own.ORDER_ID = ?"
          + " where o.ORDER_STATUS = 'SUBMITTED' and o.ORDER_ID <> own.ORDER_ID and (%s)"
          + " and (%3$so.SUBMIT_DATE %2$s own.SUBMIT_DATE"
          + " or (o.SUBMIT_DATE = own.SUBMIT_DATE and o.ORDER_ID %2$s own.ORDER_ID)) limit 1";
  private static final String BY_EMAIL = "o.EMAIL_ADDRESS in (?, ?)";
  private static final String BY_CUSTOMER = "o.CUSTOMER_ID = ?";
  private static final String BY_ANY_SPELLING = "lower(o.EMAIL_ADDRESS) = ?";

  private final JdbcTemplate jdbc;

  public BroadleafOrderHistory(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean hasEarlier(OrderSnapshot order) {
    return byIndex(order, "<") || byAnySpelling(order, "<");
  }

  @Override
  public boolean hasLater(OrderSnapshot order) {
    return byIndex(order, ">");
  }

  private boolean byIndex(OrderSnapshot order, String direction) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (!order.email.isEmpty()) {
      conditions.add(BY_EMAIL);
      values.addAll(Arrays.asList(order.email, lower(order.email)));
    }
    if (order.customerId > 0) {
      conditions.add(BY_CUSTOMER);
      values.add(order.customerId);
    }
    return !conditions.isEmpty()
        && exists(order, String.join(" or ", conditions), direction, values);
  }

  private boolean byAnySpelling(OrderSnapshot order, String direction) {
    return !order.email.isEmpty()
        && exists(order, BY_ANY_SPELLING, direction, Collections.singletonList(lower(order.email)));
  }

  private boolean exists(OrderSnapshot order, String condition, String direction, List<?> values) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(order.orderId);
    arguments.addAll(values);
    String cartComesLast = direction.equals("<") ? "own.SUBMIT_DATE is null or " : "";
    String sql = String.format(Locale.ROOT, OTHERS, condition, direction, cartComesLast);
    return !jdbc.queryForList(sql, Long.class, arguments.toArray()).isEmpty();
  }

  private static String lower(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
