package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.occasion.BroadleafCarts;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.occasion.IdleCarts;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** Carts that nobody touches, over the host's real tables. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CartReaderIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());
  private static final Instant START = Instant.parse("2001-02-03T10:00:00Z");

  private final Shopper shopper = new Shopper(HostContext.get());
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final BroadleafCarts carts =
      new BroadleafCarts(jdbc, new Inserts(jdbc, SqlDialect.of(HostContext.dataSource())).rows());

  private long cart(int second, boolean nobodys) throws Exception {
    Order cart = shopper.readyCart("cart" + PEOPLE.incrementAndGet() + "@test.example");
    jdbc.update(
        "update BLC_ORDER set DATE_UPDATED = ? where ORDER_ID = ?",
        Timestamp.from(START.plusSeconds(second)),
        cart.getId());
    if (nobodys) {
      jdbc.update("update BLC_ORDER set EMAIL_ADDRESS = null where ORDER_ID = ?", cart.getId());
    }
    return cart.getId();
  }

  @Test
  void a_page_full_of_carts_of_nobody_is_not_taken_for_the_last_one() throws Exception {
    for (int second = 1; second <= 3; second++) {
      cart(second, true);
    }
    long own = cart(4, false);
    Instant until = START.plusSeconds(60);

    IdleCarts.Stretch first = carts.lastTouched(START, until, 3);
    assertThat(first.carts).isEmpty();
    assertThat(first.cutOffAt).contains(START.plusSeconds(3));

    IdleCarts.Stretch rest = carts.lastTouched(START.plusSeconds(3), until, 3);
    assertThat(rest.carts).extracting(cart -> cart.cartId).containsExactly(own);
    assertThat(rest.cutOffAt).isEmpty();
  }

  /** CubeCart 4146; each step asks for itself whether the day is over. */
  @Test
  void an_order_of_the_same_day_leaves_no_cart_out_for_good() throws Exception {
    long own = cart(4, false);
    Order placed = shopper.buy("cart" + PEOPLE.incrementAndGet() + "@test.example");
    jdbc.update(
        "update BLC_ORDER set SUBMIT_DATE = ?, CUSTOMER_ID = (select c.CUSTOMER_ID from BLC_ORDER c"
            + " where c.ORDER_ID = ?) where ORDER_ID = ?",
        Timestamp.from(START),
        own,
        placed.getId());
    assertThat(carts.lastTouched(START, START.plusSeconds(60), 3).carts)
        .extracting(cart -> cart.cartId)
        .containsExactly(own);
  }

  /** Other tests share the database. */
  @AfterEach
  void leave_no_cart() {
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where DATE_UPDATED >= ? and DATE_UPDATED"
            + " <= ?",
        Timestamp.from(START),
        Timestamp.from(START.plusSeconds(60)));
  }
}
