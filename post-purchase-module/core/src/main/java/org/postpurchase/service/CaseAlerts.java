package org.postpurchase.service;

/** Tells staff of new cases. Joins the transaction that opens the case. */
public interface CaseAlerts {
  /** Nobody is told. */
  CaseAlerts NONE = (opened, settings) -> {};

  /** Called once for each case. */
  void opened(ServiceCase opened, ServiceSettings settings);
}
