package org.postpurchase.series;

/** What must hold for a step besides being due. All but ALWAYS name another step of the series. */
public enum ConditionType {
  ALWAYS,
  /** The code that the named step gave out has been neither used nor has it expired. */
  REWARD_UNUSED,
  /** The named step's message was sent (handed to the channel's queue). */
  STEP_SENT,
  /** The named step's message was not sent. */
  STEP_NOT_SENT
}
