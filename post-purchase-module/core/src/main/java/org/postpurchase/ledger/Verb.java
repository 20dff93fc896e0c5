package org.postpurchase.ledger;

/** Everything that can happen to points; nothing else moves them. */
public enum Verb {
  EARN,
  MATURE,
  RESERVE,
  CAPTURE,
  VOID,
  CLAW_BACK,
  RESTORE,
  EXPIRE,
  ADJUST,
  MOVE_OUT,
  MOVE_IN,
  /** What is owed is written off, or asked for again. */
  FORGIVE
}
