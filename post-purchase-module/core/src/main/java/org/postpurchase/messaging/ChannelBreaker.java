package org.postpurchase.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a channel at rest while it takes nothing: one row that all nodes share (ADR-0030). Methods
 * join the caller's transaction.
 *
 * <p>Rests and moments are of the business clock, the right to probe is a lease by database time: a
 * node that dies while it probes is followed by another one.
 */
public interface ChannelBreaker {
  /** What a node may do now. */
  enum Permit {
    /** The channel works: everything may be sent. */
    FREE,
    /** This node alone may try one message. */
    PROBE,
    /** Nothing may be tried. */
    WAIT
  }

  Permit ask(Instant now, String owner, int leaseSeconds);

  /**
   * Opens it or, when it is open, keeps it so until the next probe. Since when it is open and how
   * often it was probed stay.
   *
   * @param suspect the message that met a fault which may be its own; 0 for none
   * @return the moment of the next probe
   */
  Instant open(SendOutcome outcome, Instant now, long suspect);

  /**
   * Something left. If another message opened it, that one's fault was its own and is counted for
   * it.
   *
   * @param sent the message that left
   */
  void close(long sent);

  /** Lets the next probe happen at once; false when the channel is not at rest. */
  boolean probeNow(Instant now);

  /** Empty when the channel works. */
  Optional<ChannelTrouble> trouble();

  /** The rest after so many failed probes: doubling up to a ceiling, short enough for a shop. */
  static Duration rest(int probes) {
    return Duration.ofSeconds(Math.min(300, 5L << Math.min(probes, 6)));
  }
}
