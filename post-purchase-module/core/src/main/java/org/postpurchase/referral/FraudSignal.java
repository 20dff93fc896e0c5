package org.postpurchase.referral;

import java.util.Optional;

/**
 * One reason for suspicion: a class of its own that is registered by being a bean. Sees a {@link
 * FraudCase} and nothing else, so that it is the same tomorrow; never throws for what is missing.
 */
public interface FraudSignal {
  /** Stored; capitals, digits and _, at most 40, never renamed. */
  String key();

  /** What it adds to the score when it is there; 0 to 100. */
  int weight();

  /** The evidence, as ids of what a person can look at; empty when there is none. */
  Optional<String> evidence(FraudCase about);

  /** Whether it counts only when another signal is there too. */
  default boolean onlyWithOthers() {
    return false;
  }
}
