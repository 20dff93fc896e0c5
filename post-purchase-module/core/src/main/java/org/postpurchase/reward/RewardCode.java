package org.postpurchase.reward;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One code as it stands. */
public final class RewardCode {
  public final long id;

  /** What the shopper types. */
  public final String code;

  public final RewardGrant grant;

  /** What it gives, in words, as it was when it was issued. */
  public final String title;

  public final RewardState state;
  public final Instant issuedAt;
  public final Instant expiresAt;

  /** The order that reserved or used it; 0 for none. */
  public final long orderId;

  /** When it was reserved or used, or null. */
  public final Instant takenAt;

  /** How a code is stored and compared, however somebody typed it. */
  public static String normalised(String typed) {
    return CodeForm.of(typed);
  }

  public RewardCode(
      long id,
      String code,
      RewardGrant grant,
      String title,
      RewardState state,
      Instant issuedAt,
      Instant expiresAt,
      long orderId,
      Instant takenAt) {
    this.id = id;
    this.code = requireNonNull(code, "code");
    this.grant = requireNonNull(grant, "grant");
    this.title = requireNonNull(title, "title");
    this.state = requireNonNull(state, "state");
    this.issuedAt = requireNonNull(issuedAt, "issuedAt");
    this.expiresAt = requireNonNull(expiresAt, "expiresAt");
    this.orderId = orderId;
    this.takenAt = takenAt;
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
