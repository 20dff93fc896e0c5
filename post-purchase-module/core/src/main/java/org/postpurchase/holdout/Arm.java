package org.postpurchase.holdout;

/** Which of the two groups a person is in. The names are stored. */
public enum Arm {
  /** Gets the series as everybody does. */
  MESSAGED,
  /** Gets no advertising of the series. */
  HELD_BACK
}
