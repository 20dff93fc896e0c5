package org.postpurchase.broadleaf.config;

import java.time.Duration;
import org.postpurchase.broadleaf.settings.SavedRules;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.SimulateRules;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.PlacedOrders;
import org.postpurchase.series.Triggers;
import org.postpurchase.series.TrySeries;
import org.postpurchase.tier.Tiers;

/** What tells a merchant what a rule would have paid on the orders of the past. */
public final class SimulationParts {
  /** A person waits for the answer. */
  private static final SimulateRules.Bounds BOUNDS =
      new SimulateRules.Bounds(100_000, Duration.ofSeconds(60));

  private final PlacedOrders placedOrders;
  private final SavedRules savedRules;
  private final SimulateRules simulate;
  private TrySeries trySeries;

  SimulationParts(
      Ground ground,
      PlacedOrders placedOrders,
      ProgrammeReader programmes,
      SavedRules savedRules,
      Tiers tiers) {
    this.placedOrders = placedOrders;
    this.savedRules = savedRules;
    simulate =
        new SimulateRules(
            programmes, placedOrders, tiers::tiersOf, () -> ground.shop.zone, ground.clock, BOUNDS);
  }

  /** With what series are judged by. */
  SimulationParts with(
      OrderLineStore lines, OrderHistory history, Triggers triggers, Ground ground) {
    trySeries =
        new TrySeries(placedOrders, lines, history, triggers, () -> ground.shop, ground.clock);
    return this;
  }

  /** What a series would have done with orders of the past. */
  public TrySeries getTrySeries() {
    return trySeries;
  }

  /** Orders of the past, page by page. */
  public PlacedOrders getPlacedOrders() {
    return placedOrders;
  }

  /** The rules as they are saved, switched on or not. */
  public SavedRules getSavedRules() {
    return savedRules;
  }

  public SimulateRules getSimulate() {
    return simulate;
  }
}
