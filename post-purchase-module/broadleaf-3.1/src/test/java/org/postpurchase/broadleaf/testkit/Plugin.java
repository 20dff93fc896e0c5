package org.postpurchase.broadleaf.testkit;

import java.time.Clock;
import java.util.List;
import org.postpurchase.broadleaf.config.BackgroundWork;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.LoyaltyParts;
import org.postpurchase.broadleaf.config.ReferralParts;
import org.postpurchase.broadleaf.config.ReviewParts;
import org.postpurchase.broadleaf.config.SegmentParts;
import org.postpurchase.broadleaf.config.SeriesParts;
import org.postpurchase.broadleaf.config.TriggersOfShop;
import org.postpurchase.broadleaf.order.HostOrderSweep;
import org.postpurchase.catalogue.BuyReward;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.order.GroupReader;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLifecycle;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.PlacedOrders;
import org.postpurchase.outbox.OutboxStore;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.springframework.context.ApplicationContext;

/** The plugin's beans in the host's context, by type. */
public final class Plugin {
  private final ApplicationContext host;

  public Plugin(ApplicationContext host) {
    this.host = host;
  }

  public <T> T bean(Class<T> type) {
    return host.getBean(type);
  }

  public Transactions getTransactions() {
    return bean(Infrastructure.class).transactions;
  }

  public Clock getClock() {
    return bean(Infrastructure.class).clock;
  }

  public Shop getShop() {
    return bean(Infrastructure.class).shop;
  }

  public SeriesParts getSeries() {
    return bean(SeriesParts.class);
  }

  public LoyaltyParts getLoyalty() {
    return bean(LoyaltyParts.class);
  }

  public ReferralParts getReferral() {
    return bean(ReferralParts.class);
  }

  public ReviewParts getReviews() {
    return bean(ReviewParts.class);
  }

  public SegmentParts getSegments() {
    return bean(SegmentParts.class);
  }

  public HostOrderSweep getSweep() {
    return bean(HostOrderSweep.class);
  }

  public OutboxStore getOutboxStore() {
    return bean(OutboxStore.class);
  }

  public OrderReader getOrders() {
    return bean(OrderReader.class);
  }

  public OrderHistory getOrderHistory() {
    return bean(OrderHistory.class);
  }

  public OrderLineStore getLines() {
    return bean(OrderLineStore.class);
  }

  public OrderLifecycle getLifecycle() {
    return bean(OrderLifecycle.class);
  }

  public GroupReader getGroups() {
    return bean(GroupReader.class);
  }

  public PlacedOrders getPlacedOrders() {
    return bean(PlacedOrders.class);
  }

  public MessageStore getMessages() {
    return bean(MessageStore.class);
  }

  public DecisionStore getDecisions() {
    return bean(DecisionStore.class);
  }

  public TriggersOfShop getTriggers() {
    return bean(TriggersOfShop.class);
  }

  public BuyReward getBuyReward() {
    return bean(BuyReward.class);
  }

  public List<DueWork> getDueWork() {
    return bean(BackgroundWork.class).getDueWork();
  }
}
