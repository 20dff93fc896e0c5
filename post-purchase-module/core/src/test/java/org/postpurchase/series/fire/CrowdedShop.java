package org.postpurchase.series.fire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postpurchase.messaging.Channel;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Series;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.testkit.FirstPurchase;
import org.postpurchase.testkit.HostOffers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.ShopTemplates;

/** A shop in which every order number exists and each buyer gets a thank-you and a code at once. */
final class CrowdedShop implements OrderReader, OrderHistory {
  static final SeriesDefinition SERIES =
      SeriesWorld.series(
          OrderTriggers.ANY_ORDER,
          ReEntry.EACH_ORDER,
          1,
          FirstPurchase.thankYou(),
          FirstPurchase.marketing("reward-code", 2, Anchor.SUBMITTED, 0)
              .reward(SeriesWorld.OFFER, 14)
              .build());

  static final ShopTemplates TEMPLATES =
      new ShopTemplates()
          .with("thank-you", "Thanks", "Thank you for ${order.number}")
          .with("reward-code", "Yours", "Code ${reward.code}");

  static SeriesNode.Around<CrowdedShop> around(Channel channel) {
    CrowdedShop shop = new CrowdedShop();
    return new SeriesNode.Around<>(
        shop, new OneSeries(), TEMPLATES, new HostOffers(), channel, 1_000);
  }

  @Override
  public Optional<OrderSnapshot> find(long id) {
    return Optional.of(
        OrderFixture.order(id).line(id * 10, 1).email("p" + id + "@example.com").build());
  }

  @Override
  public Optional<Long> idOfNumber(String number) {
    return Optional.empty();
  }

  @Override
  public boolean hasEarlier(OrderSnapshot order) {
    return false;
  }

  @Override
  public List<Instant> earlier(OrderSnapshot order) {
    return List.of();
  }

  @Override
  public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
    return false;
  }

  @Override
  public boolean hasLater(OrderSnapshot order) {
    return false;
  }

  /** The one series of this shop, switched on long ago. */
  private static final class OneSeries implements SeriesCatalog {
    private final Series series = new Series(1, SeriesStatus.ACTIVE, Instant.EPOCH, 1, SERIES);

    @Override
    public List<Series> running() {
      return List.of(series);
    }

    @Override
    public Optional<Series> find(long seriesId) {
      return seriesId == 1 ? Optional.of(series) : Optional.empty();
    }
  }
}
