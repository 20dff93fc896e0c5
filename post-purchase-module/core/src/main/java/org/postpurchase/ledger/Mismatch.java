package org.postpurchase.ledger;

import static java.util.Objects.requireNonNull;

/** One thing that a proof found wrong in one account. Immutable. */
public final class Mismatch {
  private static final int DETAIL_MAX = 1000;

  public final long accountId;
  public final MismatchKind kind;

  /** Which row, what it says and what it should say; at most 1000 characters. */
  public final String detail;

  public Mismatch(long accountId, MismatchKind kind, String detail) {
    this.accountId = accountId;
    this.kind = requireNonNull(kind, "kind");
    this.detail = detail.length() > DETAIL_MAX ? detail.substring(0, DETAIL_MAX) : detail;
  }

  @Override
  public String toString() {
    return kind + " account=" + accountId + " " + detail;
  }
}
