package org.postpurchase.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Keeps a channel at rest while it takes nothing: one row that all nodes share (ADR-0030). Methods
 * join the caller's transaction.
 *
 * <p>Rests and moments are of the business clock, the right to probe is a lease by database time: a
 * node that dies while it probes is followed by another one.
 */
public interface ChannelBreaker extends ChannelRests {
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
   * The channel takes mail again.
   *
   * @param sent the message that showed it
   * @return another message that had opened it with a fault which may be its own, and was
   */
  OptionalLong close(long sent);

  /**
   * The rest after so many failed tries: doubling from 5 s up to 5 min. After a hand-over that
   * ended unclear up to an hour, since each further try may leave a mail of which nobody knows
   * whether it arrived.
   */
  static Duration rest(int probes, SendOutcome.Kind kind) {
    long most = kind == SendOutcome.Kind.UNCLEAR ? 3600 : 300;
    return Duration.ofSeconds(Math.min(most, 5L << Math.min(probes, 10)));
  }
}
