package org.postpurchase.broadleaf.order;

import java.util.Collections;

/** What the sweep asks the host's tables. */
final class SweepSql {
  private static final String EVENTS =
      "(select count(*) from PP_OUTBOX e where e.ORDER_ID = o.ORDER_ID and e.HANDLER = 'intake'"
          + " and e.SOURCE <> 'SERVICE' and e.FACT = ";

  /** Orders whose number of recorded submissions and cancellations does not fit their status. */
  static final String ORDERS =
      "select x.ORDER_ID, x.ORDER_STATUS, x.SUBMISSIONS, x.CANCELLATIONS from (select o.ORDER_ID, o.ORDER_STATUS, "
          + EVENTS
          + "'SUBMITTED') SUBMISSIONS, "
          + EVENTS
          + "'CANCELLED') CANCELLATIONS"
          + " from BLC_ORDER o where o.ORDER_STATUS in ('SUBMITTED', 'CANCELLED') and o.SUBMIT_DATE >= ? and o.ORDER_ID > ?) x"
          + " where x.SUBMISSIONS <> x.CANCELLATIONS + case when x.ORDER_STATUS = 'SUBMITTED' then 1 else 0 end"
          + " order by x.ORDER_ID limit ?";

  /** Fulfilment groups that are wholly on their way or delivered. */
  static final String GROUPS =
      "select g.FULFILLMENT_GROUP_ID, g.ORDER_ID, g.STATUS from BLC_FULFILLMENT_GROUP g join BLC_ORDER o on o.ORDER_ID = g.ORDER_ID"
          + " where g.STATUS in ('SHIPPED', 'FULFILLED', 'DELIVERED') and o.ORDER_STATUS in ('SUBMITTED', 'CANCELLED')"
          + " and o.SUBMIT_DATE >= ? and g.FULFILLMENT_GROUP_ID > ? order by g.FULFILLMENT_GROUP_ID limit ?";

  /** Which of so many keys are recorded already. */
  static String knownKeys(int keys) {
    return "select ENTRY_KEY from PP_OUTBOX where ENTRY_KEY in ("
        + String.join(", ", Collections.nCopies(keys, "?"))
        + ")";
  }

  private SweepSql() {}
}
