package org.postpurchase.ledger;

import static java.util.Objects.requireNonNull;

/**
 * What a lot was given for and how its points were computed; kept for good, so that nobody ever
 * needs the rule again. Immutable.
 */
public final class LotCause {
  /** Of points that were given because a debt was written off that others had paid already. */
  public static final String WRITTEN_OFF = "SHORTFALL";

  /** A code that pages translate, for example SPEND or FIRST_ORDER. */
  public final String code;

  public final long orderId;
  public final long orderLineId;
  public final String ruleKey;
  public final int ruleVersion;
  public final int termsVersion;
  public final long baseMinor;
  public final String currency;

  /** Millionths of a point that rounding took off (positive) or added (negative). */
  public final long residue;

  private LotCause(
      String code,
      long orderId,
      long orderLineId,
      String ruleKey,
      int ruleVersion,
      int termsVersion,
      long baseMinor,
      String currency,
      long residue) {
    this.code = requireNonNull(code, "code");
    this.orderId = orderId;
    this.orderLineId = orderLineId;
    this.ruleKey = requireNonNull(ruleKey, "ruleKey");
    this.ruleVersion = ruleVersion;
    this.termsVersion = termsVersion;
    this.baseMinor = baseMinor;
    this.currency = requireNonNull(currency, "currency");
    this.residue = residue;
  }

  public static LotCause of(String code) {
    return new LotCause(code, 0, 0, "", 0, 0, 0, "", 0);
  }

  public LotCause forLine(long order, long line) {
    return new LotCause(
        code, order, line, ruleKey, ruleVersion, termsVersion, baseMinor, currency, residue);
  }

  public LotCause byRule(String key, int version, int terms) {
    return new LotCause(
        code, orderId, orderLineId, key, version, terms, baseMinor, currency, residue);
  }

  public LotCause from(long amountMinor, String currencyCode, long micros) {
    return new LotCause(
        code,
        orderId,
        orderLineId,
        ruleKey,
        ruleVersion,
        termsVersion,
        amountMinor,
        currencyCode,
        micros);
  }
}
