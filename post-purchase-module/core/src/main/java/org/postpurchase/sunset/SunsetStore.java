package org.postpurchase.sunset;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of who rests. Methods join the caller's transaction. */
public interface SunsetStore {
  /** Empty while nobody has saved it. */
  Optional<SunsetSetting> setting();

  void save(SunsetSetting setting, Instant now);

  /** Nobody rests any more. */
  void clear();

  /** By mailbox, since when advertising rests; without those for whom it does not. */
  Map<String, Instant> resting(Collection<String> contacts);

  /**
   * By mailbox, when its owner last chose on the page of preferences; without those who never did.
   */
  Map<String, Instant> preferred(Collection<String> contacts);

  /** By mailbox, when advertising was sent to it, oldest first; without those that got none. */
  Map<String, List<Instant>> advertised(Collection<String> contacts);

  /** Begins to rest; who rests already is left as it is. */
  void begin(Collection<Resting> people);

  void end(Collection<String> contacts);

  /** Those of whom series do not know yet. */
  List<Resting> untold(String after, int limit);

  void told(Collection<Resting> people);

  /** How many rest, up to a thousand. */
  int count();

  /** Somebody for whom advertising rests. Immutable. */
  final class Resting {
    public final String contact;

    /** The host's customer; 0 for a guest. */
    public final long customerId;

    public final Instant since;

    public Resting(String contact, long customerId, Instant since) {
      this.contact = contact;
      this.customerId = customerId;
      this.since = since;
    }
  }
}
