package org.postpurchase.outbox;

/** WAITING until handled; BLOCKED after too many failures, until a person unblocks it. */
public enum OutboxState {
  WAITING,
  DONE,
  BLOCKED
}
