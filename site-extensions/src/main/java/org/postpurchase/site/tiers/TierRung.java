package org.postpurchase.site.tiers;

/** One tier in words. Getters because page templates read beans. */
public final class TierRung {
  private final String name;
  private final String needs;
  private final String earns;
  private final String benefits;
  private final boolean current;

  TierRung(String name, String needs, String earns, String benefits, boolean current) {
    this.name = name;
    this.needs = needs;
    this.earns = earns;
    this.benefits = benefits;
    this.current = current;
  }

  public String getName() {
    return name;
  }

  /** What has to be gathered for it. */
  public String getNeeds() {
    return needs;
  }

  /** What purchases earn on it; empty when no more than usual. */
  public String getEarns() {
    return earns;
  }

  /** In the merchant's words; may be empty. */
  public String getBenefits() {
    return benefits;
  }

  /** Whether the shopper stands on it. */
  public boolean isCurrent() {
    return current;
  }
}
