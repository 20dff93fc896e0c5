package org.postpurchase.reward;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A code that is about to be given out. */
public final class NewCode {
  public final RewardGrant grant;
  public final String code;

  /** What it gives, in words. */
  public final String title;

  public final Instant issuedAt;
  public final Instant expiresAt;

  public NewCode(
      RewardGrant grant, String code, String title, Instant issuedAt, Instant expiresAt) {
    this.grant = requireNonNull(grant, "grant");
    this.code = requireNonNull(code, "code");
    this.title = requireNonNull(title, "title");
    this.issuedAt = requireNonNull(issuedAt, "issuedAt");
    this.expiresAt = requireNonNull(expiresAt, "expiresAt");
  }
}
