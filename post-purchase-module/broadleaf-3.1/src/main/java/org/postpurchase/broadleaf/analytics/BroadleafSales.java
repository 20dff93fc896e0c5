package org.postpurchase.broadleaf.analytics;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.postpurchase.analytics.Figure;
import org.postpurchase.analytics.Period;
import org.postpurchase.analytics.Sales;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts orders of the host. What is kept of an order is worked out as the facts about people do
 * it: the merchandise after discounts, by the share of the lines' value that neither came back nor
 * was cancelled. People are customers with an account, else mailboxes.
 */
public final class BroadleafSales implements Sales {
  private static final String IN_PERIOD =
      " o.ORDER_STATUS = 'SUBMITTED' and o.SUBMIT_DATE >= ? and o.SUBMIT_DATE < ?";

  /** Paid, ordered and kept value of each order; the outer query divides. */
  static final String VALUES =
      "o.ORDER_ID, o.CURRENCY_CODE, coalesce(o.ORDER_SUBTOTAL, 0) - coalesce((select"
          + " sum(a.ADJUSTMENT_VALUE) from BLC_ORDER_ADJUSTMENT a where a.ORDER_ID = o.ORDER_ID),"
          + " 0) as PAID, (select sum(i.PRICE * i.QUANTITY) from BLC_ORDER_ITEM i"
          + " where i.ORDER_ID = o.ORDER_ID and i.PARENT_ORDER_ITEM_ID is null) as ORDERED,"
          + " (select sum(i.PRICE * (i.QUANTITY - coalesce(l.RETURNED_QTY, 0)"
          + " - coalesce(l.CANCELLED_QTY, 0))) from BLC_ORDER_ITEM i left join PP_ORDER_LINE l"
          + " on l.ORDER_LINE_ID = i.ORDER_ITEM_ID where i.ORDER_ID = o.ORDER_ID"
          + " and i.PARENT_ORDER_ITEM_ID is null) as KEPT";

  /** Of {@link #VALUES} under the name v, what is kept of one order. */
  static final String KEPT =
      "case when v.PAID <= 0 then 0 when coalesce(v.ORDERED, 0) = 0 then v.PAID"
          + " when coalesce(v.KEPT, 0) <= 0 then 0 else v.PAID * v.KEPT / v.ORDERED end";

  /** The same of all orders of a group. */
  static final String NET = "sum(" + KEPT + ")";

  private static final String MONEY =
      "select v.CURRENCY_CODE, "
          + NET
          + " as NET from (select "
          + VALUES
          + " from BLC_ORDER o where"
          + IN_PERIOD
          + ") v group by v.CURRENCY_CODE";
  private static final String BROUGHT =
      "select v.SERIES_ID, v.STEP_KEY, v.CURRENCY_CODE, count(*) as ORDERS, "
          + NET
          + " as NET from (select t.SERIES_ID, t.STEP_KEY, "
          + VALUES
          + " from PP_ATTRIBUTION t join BLC_ORDER o on o.ORDER_ID = t.ORDER_ID"
          + " where t.MADE_AT >= ? and t.MADE_AT < ? and o.ORDER_STATUS = 'SUBMITTED') v"
          + " group by v.SERIES_ID, v.STEP_KEY, v.CURRENCY_CODE";
  private static final String ORDERS = "select count(*) from BLC_ORDER o where" + IN_PERIOD;
  private static final String REPEAT =
      ORDERS
          + " and (exists (select 1 from BLC_ORDER p join BLC_CUSTOMER c"
          + " on c.CUSTOMER_ID = p.CUSTOMER_ID where p.CUSTOMER_ID = o.CUSTOMER_ID"
          + " and c.IS_REGISTERED = true and p.ORDER_STATUS = 'SUBMITTED'"
          + " and p.SUBMIT_DATE < o.SUBMIT_DATE) or exists (select 1 from PP_PERSON_ORDER m"
          + " join PP_PERSON_ORDER n on n.MAILBOX_KEY = m.MAILBOX_KEY"
          + " join BLC_ORDER q on q.ORDER_ID = n.ORDER_ID where m.ORDER_ID = o.ORDER_ID"
          + " and q.ORDER_STATUS = 'SUBMITTED' and q.SUBMIT_DATE < o.SUBMIT_DATE))";
  private static final String FIRSTS =
      "select min(b.PLACED_AT) as FIRST_AT, count(*) as N from (select o.SUBMIT_DATE as PLACED_AT,"
          + " case when c.IS_REGISTERED = true then c.CUSTOMER_ID else 0 end as CUSTOMER,"
          + " case when c.IS_REGISTERED = true then '' else m.MAILBOX_KEY end as MAILBOX"
          + " from BLC_ORDER o left join BLC_CUSTOMER c on c.CUSTOMER_ID = o.CUSTOMER_ID"
          + " left join PP_PERSON_ORDER m on m.ORDER_ID = o.ORDER_ID"
          + " where o.ORDER_STATUS = 'SUBMITTED' and o.SUBMIT_DATE is not null) b"
          + " where b.CUSTOMER > 0 or b.MAILBOX is not null group by b.CUSTOMER, b.MAILBOX";

  private final JdbcTemplate jdbc;
  private final Supplier<String> currency;

  /**
   * @param currency of orders that carry none, as ISO 4217 code
   */
  public BroadleafSales(JdbcTemplate jdbc, Supplier<String> currency) {
    this.jdbc = jdbc;
    this.currency = currency;
  }

  /** The host writes its times in the zone of the JVM. */
  private static Timestamp at(Instant instant) {
    return new Timestamp(instant.toEpochMilli());
  }

  @Override
  public Map<Figure, Long> orders(Period period) {
    Map<Figure, Long> orders = new EnumMap<>(Figure.class);
    Object[] range = {at(period.start()), at(period.end())};
    orders.put(Figure.ORDERS, jdbc.queryForObject(ORDERS, Long.class, range));
    orders.put(Figure.REPEAT_ORDERS, jdbc.queryForObject(REPEAT, Long.class, range));
    return orders;
  }

  @Override
  public Map<String, BigDecimal> money(Period period) {
    Map<String, BigDecimal> money = new TreeMap<>();
    jdbc.query(
        MONEY,
        row -> {
          money.merge(code(row.getString(1)), row.getBigDecimal("NET"), BigDecimal::add);
        },
        at(period.start()),
        at(period.end()));
    return money;
  }

  private String code(String stored) {
    return code(stored, currency);
  }

  /** The currency of an order, or that of the shop where the order carries none. */
  static String code(String stored, Supplier<String> ofShop) {
    return stored == null || stored.trim().isEmpty() ? ofShop.get() : stored.trim();
  }

  @Override
  public List<Brought> broughtBySeries(Period period) {
    return jdbc.query(
        BROUGHT,
        (row, n) ->
            new Brought(
                row.getLong("SERIES_ID"),
                row.getString("STEP_KEY") == null ? "" : row.getString("STEP_KEY"),
                code(row.getString("CURRENCY_CODE")),
                row.getLong("ORDERS"),
                row.getBigDecimal("NET")),
        Utc.param(period.start()),
        Utc.param(period.end()));
  }

  @Override
  public List<Cohort> cohorts(List<Instant> starts) {
    StringBuilder month = new StringBuilder("case");
    List<Object> args = new ArrayList<>();
    for (int i = 1; i < starts.size(); i++) {
      month.append(" when f.FIRST_AT < ? then ").append(i - 1);
      args.add(at(starts.get(i)));
    }
    month.append(" else -1 end");
    args.add(at(starts.get(0)));
    String sql =
        "select g.MONTH_NO, count(*) as PEOPLE, sum(case when g.N > 1 then 1 else 0 end) as TWICE,"
            + " sum(case when g.N > 2 then 1 else 0 end) as THRICE from (select "
            + month
            + " as MONTH_NO, f.N from ("
            + FIRSTS
            + ") f where f.FIRST_AT >= ?) g where g.MONTH_NO >= 0 group by g.MONTH_NO"
            + " order by g.MONTH_NO";
    Map<Integer, Cohort> found = new TreeMap<>();
    jdbc.query(
        sql,
        row -> {
          int no = row.getInt("MONTH_NO");
          found.put(
              no,
              new Cohort(no, row.getLong("PEOPLE"), row.getLong("TWICE"), row.getLong("THRICE")));
        },
        args.toArray());
    List<Cohort> all = new ArrayList<>();
    for (int i = 0; i < starts.size() - 1; i++) {
      all.add(found.getOrDefault(i, new Cohort(i, 0, 0, 0)));
    }
    return all;
  }
}
