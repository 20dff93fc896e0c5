package org.postpurchase.feedback;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table of what providers have reported. Each event has the provider's own key and is taken
 * once, however often and by whichever node it comes. Methods join the caller's transaction.
 */
public interface ProviderEvents {
  /** Adds the events whose keys are new and returns these. */
  List<ProviderEvent> add(Collection<ProviderEvent> events, Instant now);

  /** Newest first. */
  List<ProviderEvent> newest(int limit);

  /** How many events of each kind there were since a moment. */
  Map<ProviderEvent.Kind, Long> countsSince(Instant moment);

  /** When the provider was last heard of, by provider; and when a request was last refused. */
  Map<String, Instant> lastHeard(Set<String> providers);
}
