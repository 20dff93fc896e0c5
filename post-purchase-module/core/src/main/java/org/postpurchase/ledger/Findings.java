package org.postpurchase.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in one account, up to what a person would read. */
final class Findings {
  private static final int MAX = 20;

  private final long accountId;
  private final List<Mismatch> found = new ArrayList<>(0);

  Findings(long accountId) {
    this.accountId = accountId;
  }

  void add(MismatchKind kind, String detail) {
    if (found.size() < MAX) {
      found.add(new Mismatch(accountId, kind, detail));
    }
  }

  /** Adds it if the two differ. */
  void differ(MismatchKind kind, String what, long stored, long computed) {
    if (stored != computed) {
      add(kind, what + " is " + stored + ", should be " + computed);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Causes first. */
  List<Mismatch> inOrder() {
    found.sort(Comparator.comparing((Mismatch m) -> m.kind));
    return found;
  }
}
