package org.postpurchase.broadleaf.analytics;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.splittest.OrdersOfTest;
import org.postpurchase.splittest.SplitTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which of the host's orders that an A/B test counts were not cancelled. */
public final class BroadleafOrdersOfTest implements OrdersOfTest {
  private static final String BUYERS =
      "select p.ARM, count(distinct p.PERSON) as N from PP_SPLIT_PERSON p join PP_SPLIT_ORDER s on"
          + " s.PERSON = p.PERSON join BLC_ORDER o on o.ORDER_ID = s.ORDER_ID where p.SALT = ? and"
          + " p.SINCE < ? and o.ORDER_STATUS = 'SUBMITTED' group by p.ARM";

  private final JdbcTemplate jdbc;

  public BroadleafOrdersOfTest(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Integer, Long> buyers(SplitTest test, Instant before) {
    Map<Integer, Long> byArm = new TreeMap<>();
    jdbc.query(
        BUYERS,
        row -> {
          byArm.put(row.getInt("ARM"), row.getLong("N"));
        },
        test.salt(),
        Utc.param(before));
    return byArm;
  }
}
