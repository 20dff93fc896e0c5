package org.postpurchase.referral;

import java.time.Instant;

/** One step of a referral's history, never changed. Immutable. */
public final class ReferralEvent {
  /** Which of the two gates has spoken. */
  public enum Gate {
    FRAUD,
    CRITERIA,
    /** What happened to the order. */
    ORDER,
    PERSON
  }

  public final long referralId;
  public final ReferralState from;
  public final ReferralState to;
  public final Gate gate;
  public final ReferralReason reason;

  /** Short facts for people, such as {@code score=70} or {@code amountMinor=1200}. */
  public final String detail;

  /** Admin user; empty for the shop itself. */
  public final String actor;

  public final Instant at;

  public ReferralEvent(Referral before, Referral after, Gate gate, String detail) {
    this(
        after.id,
        before.state,
        after.state,
        gate,
        after.reason,
        detail,
        gate == Gate.PERSON ? after.decidedBy : "",
        after.changedAt);
  }

  /** As it was kept. */
  public ReferralEvent(
      long referralId,
      ReferralState from,
      ReferralState to,
      Gate gate,
      ReferralReason reason,
      String detail,
      String actor,
      Instant at) {
    this.referralId = referralId;
    this.from = from;
    this.to = to;
    this.gate = gate;
    this.reason = reason;
    this.detail = detail;
    this.actor = actor;
    this.at = at;
  }
}
