package org.postpurchase.broadleaf.config;

import java.time.Clock;
import java.time.Duration;
import javax.persistence.EntityManagerFactory;
import org.broadleafcommerce.core.order.service.OrderService;
import org.postpurchase.brand.BrandLook;
import org.postpurchase.broadleaf.order.BareLines;
import org.postpurchase.broadleaf.order.BroadleafGroupReader;
import org.postpurchase.broadleaf.order.BroadleafOrderHistory;
import org.postpurchase.broadleaf.order.BroadleafOrderReader;
import org.postpurchase.broadleaf.order.BroadleafPlacedOrders;
import org.postpurchase.broadleaf.order.FillPersonOrders;
import org.postpurchase.broadleaf.order.HostOrderSweep;
import org.postpurchase.broadleaf.order.OrderMapper;
import org.postpurchase.broadleaf.order.OrdersTogether;
import org.postpurchase.broadleaf.order.PersonOrders;
import org.postpurchase.broadleaf.order.SweepFloor;
import org.postpurchase.occasion.UsageForm;
import org.postpurchase.order.GroupReader;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLifecycle;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.PlacedOrders;
import org.postpurchase.order.jdbc.OrderJdbcModule;
import org.postpurchase.outbox.Outbox;
import org.postpurchase.outbox.OutboxStore;
import org.postpurchase.outbox.jdbc.OutboxJdbcModule;
import org.postpurchase.service.MailContact;
import org.postpurchase.shared.jdbc.Installation;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Orders of the host and what becomes of them. */
@Configuration
class OrderConfiguration {
  @Autowired private Infrastructure base;

  @Bean
  OutboxStore ppOutboxStore() {
    return OutboxJdbcModule.store(base.jdbc, base.dialect);
  }

  @Bean
  Outbox ppOutbox(OutboxStore store) {
    return new Outbox(store, base.clock);
  }

  @Bean
  OrderMapper ppOrderMapper(Outbox outbox) {
    return new OrderMapper(outbox, new BareLines(base.jdbc), () -> base.shop.locale);
  }

  @Bean
  OrderReader ppOrders(
      @Qualifier("blOrderService") OrderService service,
      OrderMapper mapper,
      @Qualifier("entityManagerFactory") EntityManagerFactory factory) {
    return new BroadleafOrderReader(
        service,
        mapper,
        base.transactions,
        new OrdersTogether(base.jdbc, factory, mapper),
        base.inserts.rows());
  }

  /** Who has ordered what, by person. */
  @Bean
  PersonOrders ppPersonOrders() {
    return new PersonOrders(base.jdbc, base.inserts);
  }

  @Bean
  OrderHistory ppOrderHistory(PersonOrders persons) {
    return new BroadleafOrderHistory(base.jdbc, persons);
  }

  /** Orders of the past, page by page. */
  @Bean
  PlacedOrders ppPlacedOrders(
      @Qualifier("entityManagerFactory") EntityManagerFactory factory,
      @Qualifier("blTransactionManager") PlatformTransactionManager manager,
      OrderMapper mapper,
      PersonOrders persons) {
    return new BroadleafPlacedOrders(base.jdbc, factory, manager, mapper, persons);
  }

  @Bean
  GroupReader ppFulfilmentGroups() {
    return new BroadleafGroupReader(base.jdbc);
  }

  /** What became of the lines of orders. */
  @Bean
  OrderLineStore ppOrderLines() {
    return OrderJdbcModule.lineStore(base.jdbc, base.inserts);
  }

  /** For code of the store: what its warehouse or ERP reports. */
  @Bean
  OrderLifecycle ppOrderLifecycle(OrderReader orders, OrderLineStore lines, Outbox outbox) {
    return new OrderLifecycle(orders, lines, outbox, base.transactions, base.clock);
  }

  /** What texts may say about an order and its shop. */
  @Bean
  OrderModel ppOrderModel(BrandLook look, MailContact contact, ObjectFactory<UsageForm> usage) {
    OrderModel.UsagePage page = line -> usage.getObject().of(line);
    return new OrderModel(base::shop).with(look).with(contact).with(page);
  }

  /** Finds orders that the host's events did not tell of. */
  @Bean
  HostOrderSweep ppOrderSweep(ModuleSettings settings, Outbox outbox, Installation installation) {
    return new HostOrderSweep(
        base.jdbc,
        outbox,
        base.node.leases,
        base.transactions,
        new HostOrderSweep.Node(
                base.node.owner,
                Duration.ofMinutes(settings.sweepMinutes()),
                installation.since(Clock.systemUTC().instant()),
                base.clock,
                Clock.systemUTC())
            .from(new SweepFloor(base.jdbc, base.inserts, base.transactions)),
        base.failures);
  }

  @Bean
  FeatureWork ppOrderWork(HostOrderSweep sweep, PersonOrders persons) {
    return new FeatureWork()
        .during(FeatureWork.Stage.UPKEEP, sweep)
        .during(
            FeatureWork.Stage.UPKEEP,
            new FillPersonOrders(
                base.jdbc,
                persons,
                base.inserts,
                base.node.leases,
                base.transactions,
                new FillPersonOrders.Node(base.node.owner, base.clock)));
  }
}
