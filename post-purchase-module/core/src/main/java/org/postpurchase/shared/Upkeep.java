package org.postpurchase.shared;

import java.time.Instant;
import java.util.Optional;

/** Due work that nobody waits for within seconds, and that asks its own tables when it is run. */
public interface Upkeep extends DueWork {
  @Override
  default boolean isUpkeep() {
    return true;
  }

  @Override
  default Optional<Instant> nextDueAt() {
    return Optional.empty();
  }
}
