package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.occasion.ReplenishOccasion;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.shared.EmailAddress;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody has sent back is not used up, over the host's real tables. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SentBackGoodsIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());

  private final Shopper shopper = new Shopper(HostContext.get());
  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());

  @Test
  void a_refill_is_over_with_the_last_piece_that_is_sent_back() throws Exception {
    String name = "refill" + PEOPLE.incrementAndGet() + "@test.example";
    Order order = shopper.buy(name);
    desk.relay();
    jdbc.update(
        "update BLC_DISCRETE_ORDER_ITEM set PRODUCT_ID = (select s.DEFAULT_PRODUCT_ID from BLC_SKU"
            + " s where s.SKU_ID = BLC_DISCRETE_ORDER_ITEM.SKU_ID) where ORDER_ITEM_ID in (select"
            + " i.ORDER_ITEM_ID from BLC_ORDER_ITEM i where i.ORDER_ID = ?)",
        order.getId());
    long line =
        number("select ORDER_ITEM_ID from BLC_ORDER_ITEM where ORDER_ID = ?", order.getId());
    long product =
        number("select PRODUCT_ID from BLC_DISCRETE_ORDER_ITEM where ORDER_ITEM_ID = ?", line);
    Instant now = Instant.now();
    Moment told =
        Moment.of(ReplenishOccasion.KEY, EmailAddress.of(name))
            .order(order.getId())
            .happened(order.getId() + "|" + product + "|2|" + now.toEpochMilli(), now);
    PersonTrigger trigger =
        (PersonTrigger)
            HostContext.plugin().getTriggers().get().find(ReplenishOccasion.KEY).orElseThrow();

    assertThat(trigger.factsAt(told, Locale.UK, now)).isPresent();
    sendBack(order, line, "one");
    assertThat(trigger.factsAt(told, Locale.UK, now)).as("one of two is kept").isPresent();
    sendBack(order, line, "other");
    assertThat(trigger.factsAt(told, Locale.UK, now)).isEmpty();
  }

  private long number(String select, long of) {
    return jdbc.queryForObject(select, Long.class, of);
  }

  private void sendBack(Order order, long line, String which) throws Exception {
    HostContext.plugin()
        .getLifecycle()
        .linesReturned(order.getId(), List.of(LineQuantity.of(line, 1)), which + order.getId());
    desk.relay();
  }
}
