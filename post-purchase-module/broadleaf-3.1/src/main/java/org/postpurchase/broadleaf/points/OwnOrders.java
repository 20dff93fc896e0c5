package org.postpurchase.broadleaf.points;

import org.postpurchase.loyalty.ClaimPoints;
import org.postpurchase.shared.Transactions;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders that customers placed as guests before they had an account. The host keeps a customer's id
 * when a guest registers, and shows such orders as that customer's own: their points need no link.
 */
public final class OwnOrders {
  private static final String UNCLAIMED =
      "select distinct e.ORDER_ID from BLC_ORDER o join PP_EARNING_ORDER e on e.ORDER_ID = o.ORDER_ID"
          + " where o.CUSTOMER_ID = ? and e.OWNER_KEY like 'order:%'"
          + " and e.PERSON_KEY not like 'customer:%' order by e.ORDER_ID";

  private final JdbcTemplate jdbc;
  private final ClaimPoints claims;
  private final Transactions transactions;

  public OwnOrders(JdbcTemplate jdbc, ClaimPoints claims, Transactions transactions) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.transactions = transactions;
  }

  /**
   * Takes the points of those orders into the customer's account, in one transaction; orders that
   * are not handled yet go there by themselves. Again changes nothing, and nothing is taken while
   * the customer would have to join the programme first.
   */
  public void claim(long customerId) {
    transactions.run(
        () ->
            jdbc.queryForList(UNCLAIMED, Long.class, customerId)
                .forEach(order -> claims.claim(order, customerId)));
  }
}
