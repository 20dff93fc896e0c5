package org.postpurchase.service;

import java.time.Instant;

/** Hears of everything that happens to cases, in the transaction in which it happens. */
public interface CaseHook {
  CaseHook NONE = (caseId, kind, at) -> {};

  /** Called once for each line of a case's history, with the case's row locked. */
  void happened(long caseId, CaseEvent.Kind kind, Instant at);
}
