package org.postpurchase.referral;

import static java.util.Objects.requireNonNull;

/** That something about a referral looks like fraud, and by what it can be checked. Immutable. */
public final class Signal {
  /** Of the {@link FraudSignal}; also a key of texts. */
  public final String key;

  public final int weight;

  /** Ids that a person can look at, such as {@code order:17, order:21}. */
  public final String evidence;

  public Signal(String key, int weight, String evidence) {
    this.key = requireNonNull(key, "key");
    this.weight = weight;
    this.evidence = requireNonNull(evidence, "evidence");
  }
}
