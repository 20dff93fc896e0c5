package org.postpurchase.broadleaf.config;

import java.time.Duration;
import org.postpurchase.broadleaf.settings.EntityProgrammeReader;
import org.postpurchase.broadleaf.settings.EntitySavedRules;
import org.postpurchase.broadleaf.settings.SavedRules;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.SimulateRules;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.PlacedOrders;
import org.postpurchase.series.TrySeries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What rules and series would have done with the orders of the past. */
@Configuration
class SimulationConfiguration {
  /** A person waits for the answer. */
  private static final SimulateRules.Bounds BOUNDS =
      new SimulateRules.Bounds(100_000, Duration.ofSeconds(60));

  @Autowired private Infrastructure base;

  /** The rules as they are saved, switched on or not. */
  @Bean
  SavedRules ppSavedRules(SettingsQuery query, EntityProgrammeReader programmes) {
    return new EntitySavedRules(query, programmes);
  }

  @Bean
  SimulateRules ppSimulateRules(
      ProgrammeReader programmes, PlacedOrders placed, LoyaltyParts loyalty) {
    return new SimulateRules(
        programmes, placed, loyalty.getTiers()::tiersOf, base::zone, base.clock, BOUNDS);
  }

  @Bean
  TrySeries ppTrySeries(
      PlacedOrders placed, OrderLineStore lines, OrderHistory history, TriggersOfShop triggers) {
    return new TrySeries(placed, lines, history, triggers.get(), base::shop, base.clock);
  }
}
