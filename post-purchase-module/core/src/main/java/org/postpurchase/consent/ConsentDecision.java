package org.postpurchase.consent;

/** What a person said. */
public enum ConsentDecision {
  GRANTED,
  WITHDRAWN
}
