package org.postpurchase.ledger;

/** What happens when points are taken back that were spent and no others are there. */
public enum ShortfallPolicy {
  /** The difference is on record and nobody has to make up for it. */
  FORGIVE,
  /** Points that become usable later make up for it first. */
  CARRY
}
