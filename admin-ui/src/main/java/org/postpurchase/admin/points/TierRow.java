package org.postpurchase.admin.points;

/** Plain values of one tier and how many stand on it, for the page. */
final class TierRow {
  public final String name;
  public final long members;

  /** Of them, those who will lose it unless they gather enough again. */
  public final long atRisk;

  TierRow(String name, long members, long atRisk) {
    this.name = name;
    this.members = members;
    this.atRisk = atRisk;
  }
}
