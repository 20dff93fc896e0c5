package org.postpurchase.service;

/** Where a case stands. The names are stored and never change their meaning. */
public enum CaseState {
  /** The shop has to do something. */
  OPEN,
  /** The customer was asked something; the clock for closing stands still. */
  WAITING,
  CLOSED
}
