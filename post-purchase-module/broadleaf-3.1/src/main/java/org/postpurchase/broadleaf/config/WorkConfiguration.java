package org.postpurchase.broadleaf.config;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.postpurchase.analytics.AttributeOrders;
import org.postpurchase.analytics.jdbc.AnalyticsJdbcModule;
import org.postpurchase.broadleaf.order.HostOrderSweep;
import org.postpurchase.broadleaf.order.PersonOrders;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.order.GroupReader;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.RecordGroupProgress;
import org.postpurchase.outbox.OutboxRelay;
import org.postpurchase.outbox.OutboxStore;
import org.postpurchase.retention.DeleteOldRows;
import org.postpurchase.retention.OldRows;
import org.postpurchase.retention.jdbc.RetentionJdbcModule;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.sunset.Sunset;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a node does in the background: facts of orders are handed over, and due work is done. */
@Configuration
class WorkConfiguration {
  /** When a shop sleeps. */
  private static final LocalTime DELETING_AT = LocalTime.of(4, 15);

  @Autowired private Infrastructure base;
  @Autowired private ModuleSettings settings;

  @Bean
  FeatureWork ppAttributionWork(ReadClicks clicks) {
    return new FeatureWork()
        .at(
            FeatureWork.Turn.ATTRIBUTION,
            new AttributeOrders(
                AnalyticsJdbcModule.attributions(base.inserts.rows()), clicks, base.clock));
  }

  @Bean
  FeatureWork ppRetentionWork(Sunset sunset) {
    return new FeatureWork()
        .during(
            FeatureWork.Stage.UPKEEP,
            new DeleteOldRows(
                    RetentionJdbcModule.oldRows(base.jdbc),
                    settings.retention().plan(),
                    new DeleteOldRows.Node(
                        base.node.leases,
                        base.node.owner,
                        base.transactions,
                        base.clock,
                        DELETING_AT,
                        base.shop.zone))
                .keeping(OldRows.Kind.MESSAGES, sunset::looksBack)
                .keeping(OldRows.Kind.CLICKS, sunset::looksBack));
  }

  /** Whose order it is and what has become of its lines, which handlers ask for. */
  @Bean
  BeforeHandlers ppBeforeHandlers(
      PersonOrders persons, OrderReader orders, GroupReader groups, OrderLineStore lines) {
    RecordGroupProgress progress = new RecordGroupProgress(orders, groups, lines, base.clock);
    return events -> {
      persons.note(events);
      progress.apply(events);
    };
  }

  /** What is noted of facts before the features react to them. */
  interface BeforeHandlers extends Consumer<List<OrderEvent>> {}

  @Bean
  BackgroundWork ppBackgroundWork(
      List<FeatureWork> features, OutboxStore outbox, BeforeHandlers before, HostOrderSweep sweep) {
    OutboxRelay relay =
        new OutboxRelay(
            outbox,
            new OutboxRelay.Reactions(FeatureWork.handlers(features), before)
                .inBatchesOf(settings.batches().events()),
            new AttemptPolicy(8, Duration.ofSeconds(2), Duration.ofMinutes(10), new Random()),
            base.transactions,
            base.clock,
            base.node.owner);
    List<FeatureWork> all = new ArrayList<>(features);
    all.add(new FeatureWork().during(FeatureWork.Stage.FACTS, relay));
    return new BackgroundWork(FeatureWork.work(all), sweep, settings);
  }
}
