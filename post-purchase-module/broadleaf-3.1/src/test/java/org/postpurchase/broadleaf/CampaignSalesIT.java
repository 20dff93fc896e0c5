package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.core.order.domain.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.PointsDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.campaign.Campaign;
import org.postpurchase.campaign.CampaignSales;
import org.postpurchase.campaign.CampaignState;
import org.postpurchase.campaign.CampaignStore;
import org.postpurchase.campaign.Entry;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.shared.EmailAddress;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a campaign's report counts of the host's real orders. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CampaignSalesIT {
  private static final AtomicLong PEOPLE = new AtomicLong(System.nanoTime());
  private static final Duration WITHIN = Duration.ofDays(30);

  private final Shopper shopper = new Shopper(HostContext.get());
  private final PointsDesk desk = new PointsDesk(HostContext.get());
  private final Plugin plugin = HostContext.plugin();
  private final JdbcTemplate jdbc = new JdbcTemplate(HostContext.dataSource());
  private final CampaignStore store = plugin.bean(CampaignStore.class);
  private final CampaignSales sales = plugin.bean(CampaignSales.class);
  private Campaign campaign;

  @BeforeEach
  void begin() {
    Instant now = plugin.getClock().instant();
    Campaign wanted =
        Campaign.of(
                "sales-" + PEOPLE.incrementAndGet(), new Campaign.Text("Spring", "", "", "Rules"))
            .state(CampaignState.OPEN)
            .runs(now.minus(Duration.ofDays(40)), now.plus(Duration.ofDays(10)))
            .build();
    campaign =
        plugin.getTransactions().call(() -> store.add(wanted).flatMap(store::find)).orElseThrow();
  }

  @AfterEach
  void clear() {
    jdbc.update("delete from PP_CAMPAIGN_ENTRY where CAMPAIGN_ID = ?", campaign.id);
    jdbc.update("delete from PP_CAMPAIGN where CAMPAIGN_ID = ?", campaign.id);
  }

  private static String somebody() {
    return "contest" + PEOPLE.incrementAndGet() + "@test.example";
  }

  private void enters(String mailbox, Duration ago) {
    EmailAddress email = EmailAddress.of(mailbox);
    Instant at = plugin.getClock().instant().minus(ago);
    Entry entry =
        new Entry(0, campaign.id, new Entry.Person(email, 0, Locale.ENGLISH), Entry.FREE, 0, at);
    plugin.getTransactions().run(() -> store.enter(List.of(entry)));
  }

  private List<CampaignSales.Sold> sold() {
    desk.relay();
    return plugin.getTransactions().call(() -> sales.after(campaign, WITHIN));
  }

  @Test
  void orders_after_the_entry_count_with_what_is_kept_of_them() throws Exception {
    String twice = somebody();
    enters(twice, Duration.ofDays(1));
    Order whole = shopper.buy(twice);
    Order half = shopper.buy(twice);
    String cancels = somebody();
    enters(cancels, Duration.ofDays(1));
    Order cancelled = shopper.buy(cancels);
    jdbc.update(
        "update BLC_ORDER set ORDER_STATUS = 'CANCELLED' where ORDER_ID = ?", cancelled.getId());
    String late = somebody();
    shopper.buy(late);
    enters(late, Duration.ofMinutes(-5));
    String longAgo = somebody();
    enters(longAgo, WITHIN.plusHours(1));
    shopper.buy(longAgo);
    shopper.buy(somebody());
    desk.relay();
    long line = half.getOrderItems().get(0).getId();
    plugin
        .getLifecycle()
        .linesReturned(half.getId(), List.of(LineQuantity.of(line, 1)), "half-" + half.getId());

    assertThat(sold())
        .singleElement()
        .satisfies(
            sold -> {
              assertThat(sold.orders).isEqualTo(2);
              assertThat(sold.people).isEqualTo(1);
              BigDecimal all = whole.getSubTotal().getAmount();
              assertThat(sold.kept)
                  .isEqualByComparingTo(
                      all.add(half.getSubTotal().getAmount().divide(BigDecimal.valueOf(2))));
            });
  }

  @Test
  void what_came_back_altogether_is_an_order_of_which_nothing_is_kept() throws Exception {
    String mailbox = somebody();
    enters(mailbox, Duration.ofDays(1));
    Order order = shopper.buy(mailbox);
    desk.relay();
    plugin.getLifecycle().linesReturned(order.getId(), List.of(), "all-" + order.getId());
    assertThat(sold())
        .singleElement()
        .satisfies(
            sold -> {
              assertThat(sold.orders).isEqualTo(1);
              assertThat(sold.kept).isEqualByComparingTo(BigDecimal.ZERO);
            });
  }

  @Test
  void nobody_who_ordered_is_no_currency() {
    enters(somebody(), Duration.ofDays(1));
    assertThat(sold()).isEmpty();
  }
}
