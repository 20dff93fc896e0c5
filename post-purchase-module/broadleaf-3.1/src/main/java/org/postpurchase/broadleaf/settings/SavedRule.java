package org.postpurchase.broadleaf.settings;

import java.util.Optional;
import org.postpurchase.loyalty.EarningRule;

/** An earning rule as the merchant has saved it, switched on or not. Immutable. */
public final class SavedRule {
  public final long id;
  public final String name;
  public final boolean active;
  private final EarningRule definition;

  /**
   * @param definition null when this node cannot read it
   */
  public SavedRule(long id, String name, boolean active, EarningRule definition) {
    this.id = id;
    this.name = name;
    this.active = active;
    this.definition = definition;
  }

  /** Empty when this node cannot read it, such as a newer one's. */
  public Optional<EarningRule> definition() {
    return Optional.ofNullable(definition);
  }
}
