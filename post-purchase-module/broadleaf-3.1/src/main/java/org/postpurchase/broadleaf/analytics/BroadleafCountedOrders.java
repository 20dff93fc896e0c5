package org.postpurchase.broadleaf.analytics;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.postpurchase.holdout.Arm;
import org.postpurchase.holdout.CountedOrders;
import org.postpurchase.holdout.HoldoutStore;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** What became of the host's orders that comparisons count; kept value as in all figures. */
public final class BroadleafCountedOrders implements CountedOrders {
  private static final String COUNTED =
      " from PP_HOLDOUT_ORDER h join PP_HOLDOUT_PERSON p on p.PERSON = h.PERSON join BLC_ORDER o on"
          + " o.ORDER_ID = h.ORDER_ID where p.SINCE < ? and o.ORDER_STATUS = 'SUBMITTED'";
  private static final String BUYERS =
      "select h.SERIES_ID, h.TEST_NUMBER, h.ARM, count(distinct h.PERSON) as N"
          + COUNTED
          + " group by h.SERIES_ID, h.TEST_NUMBER, h.ARM";
  private static final String BOUGHT =
      "select v.SERIES_ID, v.TEST_NUMBER, v.ARM, v.CURRENCY_CODE, "
          + BroadleafSales.NET
          + " as NET from (select h.SERIES_ID, h.TEST_NUMBER, h.ARM, "
          + BroadleafSales.VALUES
          + COUNTED
          + ") v group by v.SERIES_ID, v.TEST_NUMBER, v.ARM, v.CURRENCY_CODE";

  private final JdbcTemplate jdbc;
  private final Supplier<String> currency;

  /**
   * @param currency of orders that carry none, as ISO 4217 code
   */
  public BroadleafCountedOrders(JdbcTemplate jdbc, Supplier<String> currency) {
    this.jdbc = jdbc;
    this.currency = currency;
  }

  @Override
  public List<HoldoutStore.GroupSize> buyers(Instant complete) {
    return jdbc.query(
        BUYERS,
        (row, n) ->
            new HoldoutStore.GroupSize(
                row.getLong("SERIES_ID"),
                row.getInt("TEST_NUMBER"),
                Arm.valueOf(row.getString("ARM")),
                true,
                row.getLong("N")),
        Utc.param(complete));
  }

  @Override
  public List<Bought> bought(Instant complete) {
    return jdbc.query(
        BOUGHT,
        (row, n) ->
            new Bought(
                row.getLong("SERIES_ID"),
                row.getInt("TEST_NUMBER"),
                Arm.valueOf(row.getString("ARM")),
                BroadleafSales.code(row.getString("CURRENCY_CODE"), currency),
                row.getBigDecimal("NET")),
        Utc.param(complete));
  }
}
