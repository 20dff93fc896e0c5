package org.postpurchase.broadleaf.recommend;

import java.sql.Timestamp;
import java.time.Instant;
import org.postpurchase.recommend.RecommendStore;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies the products of the host's placed orders. The host writes moments in the zone of its JVM,
 * so the first day may be off by hours, which two years do not notice.
 */
public final class BroadleafPurchasedLines implements RecommendStore.PurchasedLines {
  private static final String COPY =
      "insert into PP_RECOMMEND_LINE (ORDER_ID, PRODUCT_ID, CATEGORY_ID)"
          + " select i.ORDER_ID, d.PRODUCT_ID, max(coalesce(p.DEFAULT_CATEGORY_ID, 0))"
          + " from BLC_ORDER o join BLC_ORDER_ITEM i on i.ORDER_ID = o.ORDER_ID"
          + " join BLC_DISCRETE_ORDER_ITEM d on d.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " join BLC_PRODUCT p on p.PRODUCT_ID = d.PRODUCT_ID"
          + " left join PP_ORDER_LINE l on l.ORDER_LINE_ID = i.ORDER_ITEM_ID"
          + " where o.ORDER_STATUS = 'SUBMITTED' and o.SUBMIT_DATE >= ?"
          + " and (l.ORDER_LINE_ID is null or l.RETURNED_QTY + l.CANCELLED_QTY < i.QUANTITY)"
          + " group by i.ORDER_ID, d.PRODUCT_ID";

  private final JdbcTemplate jdbc;

  public BroadleafPurchasedLines(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void copy(Instant since) {
    jdbc.update(COPY, Timestamp.from(since));
  }
}
