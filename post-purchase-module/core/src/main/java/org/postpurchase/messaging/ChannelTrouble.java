package org.postpurchase.messaging;

import java.time.Instant;

/** What is wrong with a channel, for a screen. */
public final class ChannelTrouble {
  /** SENDER for the shop, SERVER for the mail server or the line to it. */
  public final SendOutcome.Kind owner;

  /** What the last try met. */
  public final String reason;

  public final Instant since;

  /** When one message is tried next. */
  public final Instant probeAt;

  /** How many tries failed since. */
  public final int probes;

  public ChannelTrouble(
      SendOutcome.Kind owner, String reason, Instant since, Instant probeAt, int probes) {
    this.owner = owner;
    this.reason = reason;
    this.since = since;
    this.probeAt = probeAt;
    this.probes = probes;
  }
}
