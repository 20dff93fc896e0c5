package org.postpurchase.broadleaf.order;

import java.util.Collections;

/** What the sweep asks the host's tables. */
final class SweepSql {
  private static final String EVENTS =
      "(select count(*) from PP_OUTBOX e where e.ORDER_ID = o.ORDER_ID and e.HANDLER = 'intake'"
          + " and e.SOURCE <> 'SERVICE' and e.FACT = ";

  /** Orders whose number of recorded submissions and cancellations does not fit their status. */
  static final String ORDERS =
      "select x.ORDER_ID, x.ORDER_STATUS, x.SUBMISSIONS, x.CANCELLATIONS from (select o.ORDER_ID,"
          + " o.ORDER_STATUS, "
          + EVENTS
          + "'SUBMITTED') SUBMISSIONS, "
          + EVENTS
          + "'CANCELLED') CANCELLATIONS from BLC_ORDER o where o.ORDER_STATUS in ('SUBMITTED',"
          + " 'CANCELLED') and o.SUBMIT_DATE >= ? and o.ORDER_ID > ?) x where x.SUBMISSIONS <>"
          + " x.CANCELLATIONS + case when x.ORDER_STATUS = 'SUBMITTED' then 1 else 0 end order by"
          + " x.ORDER_ID limit ?";

  /** Fulfilment groups that are wholly on their way or delivered. */
  static final String GROUPS =
      "select g.FULFILLMENT_GROUP_ID, g.ORDER_ID, g.STATUS from BLC_FULFILLMENT_GROUP g join"
          + " BLC_ORDER o on o.ORDER_ID = g.ORDER_ID where g.STATUS in ('SHIPPED', 'FULFILLED',"
          + " 'DELIVERED') and o.ORDER_STATUS in ('SUBMITTED', 'CANCELLED') and o.SUBMIT_DATE >= ?"
          + " and g.ORDER_ID > ? and g.FULFILLMENT_GROUP_ID > ? order by g.FULFILLMENT_GROUP_ID"
          + " limit ?";

  /**
   * Placed orders of which the host has fewer units of a line than earned points, and how many
   * units that are before and now.
   */
  static final String EDITED =
      "select x.ORDER_ID, sum(x.BEFORE_QTY) B, sum(x.NOW_QTY) N from (select o.ORDER_ID,"
          + " a.KEPT_UNITS BEFORE_QTY, coalesce(i.QUANTITY, 0) - coalesce(l.RETURNED_QTY, 0)"
          + " NOW_QTY from PP_EARNING_ORDER o join PP_EARNING_AWARD a on a.ORDER_ID = o.ORDER_ID"
          + " and a.LIFE = o.LIFE left join PP_ORDER_LINE l on l.ORDER_LINE_ID = a.LINE_ID left"
          + " join BLC_ORDER_ITEM i on i.ORDER_ITEM_ID = a.LINE_ID and i.ORDER_ID = o.ORDER_ID"
          + " where o.PLACED_AT >= ? and o.ORDER_ID > ? and o.KEPT = 'GOODS' and a.KIND ="
          + " 'QUALIFYING' and a.KEPT_UNITS > 0 and coalesce(i.QUANTITY, 0) <"
          + " coalesce(l.ORDERED_QTY, a.QUANTITY) and coalesce(i.QUANTITY, 0) -"
          + " coalesce(l.RETURNED_QTY, 0) < a.KEPT_UNITS) x group by x.ORDER_ID order by x.ORDER_ID"
          + " limit ?";

  /** Which of so many keys are recorded already. */
  static String knownKeys(int keys) {
    return "select ENTRY_KEY from PP_OUTBOX where ENTRY_KEY in ("
        + String.join(", ", Collections.nCopies(keys, "?"))
        + ")";
  }

  private SweepSql() {}
}
