package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What an order gives for one of its lines, or for itself, as it was worked out when it was placed:
 * before anything that is about the person, and whatever the rules say today. Beside it what of it
 * is kept and what is booked.
 */
public final class EarningAward {
  /** Money paid for goods that earn points: no points, but what tiers may be measured in. */
  public static final String QUALIFYING = "QUALIFYING";

  public final long orderId;
  public final int life;

  /** Zero for the whole order. */
  public final long lineId;

  /** What only the first order of a person keeps. */
  static final String FIRST_ORDER = "FIRST_ORDER";

  /** What multipliers add. */
  static final String BONUS = "BONUS";

  /**
   * Key of the type of its rules, {@link #FIRST_ORDER}, {@link #BONUS} or {@link #QUALIFYING}: an
   * order gives each of them at most once for a line.
   */
  public final String kind;

  public final Rule rule;

  /** Within the limits of an order, before those of a person. */
  public final long points;

  /** Units that it was worked out for; 1 for the whole order. */
  public final int quantity;

  /** Units of them that the buyer keeps. */
  public final int keptUnits;

  public final long baseMinor;
  public final long residue;
  public final Instant maturesAt;

  /** What is booked for it by now: issued less what was taken back. */
  public final long booked;

  /** How many lots were booked for it so far. */
  public final int lots;

  public EarningAward(
      long orderId,
      int life,
      long lineId,
      String kind,
      Rule rule,
      long[] amounts,
      int[] units,
      Instant maturesAt) {
    this.orderId = orderId;
    this.life = life;
    this.lineId = lineId;
    this.kind = requireNonNull(kind, "kind");
    this.rule = requireNonNull(rule, "rule");
    this.points = amounts[0];
    this.baseMinor = amounts[1];
    this.residue = amounts[2];
    this.booked = amounts[3];
    this.quantity = units[0];
    this.keptUnits = units[1];
    this.lots = units[2];
    this.maturesAt = maturesAt;
  }

  static EarningAward of(
      EarningOrder order, Award award, Rule rule, int quantity, Instant matures) {
    return new EarningAward(
        order.orderId,
        order.life,
        award.lineId,
        award.kind,
        rule,
        new long[] {award.points, award.baseMinor, award.residue, 0},
        new int[] {quantity, quantity, 0},
        matures);
  }

  /** Whether what it gives depends on other orders of the same person. */
  public boolean isPersonal() {
    return kind.equals(FIRST_ORDER) || rule.limits.isPersonal();
  }

  EarningAward keeping(int units) {
    return with(points, units, booked, lots, maturesAt);
  }

  EarningAward maturing(Instant moment) {
    return with(points, keptUnits, booked, lots, moment);
  }

  EarningAward booked(long nowBooked, int nowLots) {
    return with(points, keptUnits, nowBooked, nowLots, maturesAt);
  }

  EarningAward cutTo(long fewer) {
    return with(fewer, keptUnits, booked, lots, maturesAt);
  }

  private EarningAward with(long newPoints, int units, long nowBooked, int nowLots, Instant at) {
    return new EarningAward(
        orderId,
        life,
        lineId,
        kind,
        rule,
        new long[] {newPoints, baseMinor, residue, nowBooked},
        new int[] {quantity, units, nowLots},
        at);
  }

  /** The key of the next lot that is booked for it; the first one's is what it always was. */
  String nextKey() {
    String what = lineId == 0 ? "order:" + orderId : "line:" + lineId;
    String more = lots == 0 ? "" : ":more" + lots;
    return "earn:" + what + ":" + kind + more + ":" + life;
  }

  @Override
  public String toString() {
    return orderId + "/" + life + " line " + lineId + " " + kind + " " + booked + " of " + points;
  }

  /** The rules that had a part in it, and what they allow a person and everybody together. */
  public static final class Rule {
    public final String key;
    public final int version;
    public final int termsVersion;
    public final RuleLimits limits;

    public Rule(String key, int version, int termsVersion, RuleLimits limits) {
      this.key = requireNonNull(key, "key");
      this.version = version;
      this.termsVersion = termsVersion;
      this.limits = requireNonNull(limits, "limits");
    }

    static Rule of(Award award, List<EarningRule> rules, int termsVersion) {
      return new Rule(
          award.ruleKey, award.ruleVersion, termsVersion, RuleLimits.of(award.ruleKey, rules));
    }
  }
}
