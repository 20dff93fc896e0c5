package org.postpurchase.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one proof looked at and found. Immutable. */
public final class ProofReport {
  /** More mismatches than this are on record, but not in a report. */
  public static final int LISTED_MAX = 1000;

  public final long proofId;
  public final ProofScope scope;
  public final long accounts;
  public final long entries;

  /** How many there are, listed or not. */
  public final int mismatchCount;

  /** The first ones, by account; causes before what follows from them. */
  public final List<Mismatch> mismatches;

  ProofReport(
      long proofId,
      ProofScope scope,
      long accounts,
      long entries,
      int mismatchCount,
      List<Mismatch> mismatches) {
    this.proofId = proofId;
    this.scope = scope;
    this.accounts = accounts;
    this.entries = entries;
    this.mismatchCount = mismatchCount;
    this.mismatches = Collections.unmodifiableList(new ArrayList<>(mismatches));
  }

  public boolean isClean() {
    return mismatchCount == 0;
  }
}
