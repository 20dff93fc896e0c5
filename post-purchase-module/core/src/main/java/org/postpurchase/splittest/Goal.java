package org.postpurchase.splittest;

import java.time.Duration;

/**
 * What a wording is to bring; chosen before an A/B test begins and never changed. Names are stored.
 */
public enum Goal {
  /** A link of the mail was followed by a person. */
  CLICKED(5),
  /** Whoever got it placed an order, whatever led to it. */
  ORDERED(30);

  /** How long after the decision to send it counts. */
  public final Duration window;

  Goal(int days) {
    window = Duration.ofDays(days);
  }
}
