package org.postpurchase.site.tiers;

/** One tier in words. */
final class TierRung {
  public final String name;

  /** What has to be gathered for it. */
  public final String needs;

  /** What purchases earn on it; empty when no more than usual. */
  public final String earns;

  /** In the merchant's words; may be empty. */
  public final String benefits;

  /** Whether the shopper stands on it. */
  public final boolean current;

  TierRung(String name, String needs, String earns, String benefits, boolean current) {
    this.name = name;
    this.needs = needs;
    this.earns = earns;
    this.benefits = benefits;
    this.current = current;
  }
}
