package org.postpurchase.tier;

import java.util.Optional;

/** The merchant's ladder. Reads what is saved at the moment of the call. */
public interface TierReader {
  /** Empty while the programme is off, or has no tiers. */
  Optional<TierPolicy> policy();

  /** A shop without tiers. */
  TierReader NONE = Optional::empty;
}
