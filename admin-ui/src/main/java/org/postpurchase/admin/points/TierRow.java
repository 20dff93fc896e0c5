package org.postpurchase.admin.points;

/** Plain values of one tier and how many stand on it, for the page. */
public final class TierRow {
  private final String name;
  private final long members;
  private final long atRisk;

  TierRow(String name, long members, long atRisk) {
    this.name = name;
    this.members = members;
    this.atRisk = atRisk;
  }

  public String getName() {
    return name;
  }

  public long getMembers() {
    return members;
  }

  /** Of them, those who will lose it unless they gather enough again. */
  public long getAtRisk() {
    return atRisk;
  }
}
