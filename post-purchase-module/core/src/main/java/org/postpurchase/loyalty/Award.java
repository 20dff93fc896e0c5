package org.postpurchase.loyalty;

/** Points that a rule gives for a line or, with line 0, for the whole order. Immutable. */
final class Award {
  /** As of an {@link EarningAward}. */
  public final String kind;

  public final long lineId;
  public final long points;
  public final String ruleKey;
  public final int ruleVersion;
  public final long baseMinor;
  public final String currency;

  /** Millionths of a point that rounding took off (positive) or added (negative). */
  public final long residue;

  Award(
      String kind,
      long lineId,
      long points,
      String ruleKey,
      int ruleVersion,
      long baseMinor,
      String currency,
      long residue) {
    this.kind = kind;
    this.lineId = lineId;
    this.points = points;
    this.ruleKey = ruleKey;
    this.ruleVersion = ruleVersion;
    this.baseMinor = baseMinor;
    this.currency = currency;
    this.residue = residue;
  }

  Award cutTo(long fewer) {
    return new Award(kind, lineId, fewer, ruleKey, ruleVersion, baseMinor, currency, residue);
  }

  Award plus(Award other) {
    return new Award(
        kind,
        lineId,
        Math.addExact(points, other.points),
        RuleKeys.join(ruleKey, other.ruleKey),
        ruleVersion,
        baseMinor,
        currency,
        residue + other.residue);
  }

  @Override
  public String toString() {
    return kind + " line=" + lineId + " points=" + points;
  }
}
