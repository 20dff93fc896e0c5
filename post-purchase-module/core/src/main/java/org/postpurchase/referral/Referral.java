package org.postpurchase.referral;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.postpurchase.shared.Money;

/** One friend of one advocate. Immutable. */
public final class Referral {
  public final long id;
  public final long programmeId;
  public final long advocateId;

  /** Hash of the friend's mailbox. */
  public final String friendKey;

  /** Key of the friend's mailbox, to tell the friend. */
  public final String contact;

  public final long orderId;

  /** Which life of the order it is about: a cancelled one can be placed again. */
  public final int life;

  public final Claim claim;
  public final ReferralState state;
  public final ReferralReason reason;
  public final int score;

  /** What was bought when it was judged; null before. */
  public final Money base;

  /** When the reward is safe; null while nobody can tell. */
  public final Instant dueAt;

  /** When a reward was booked that counts towards caps; null for none. */
  public final Instant bookedAt;

  public final Instant changedAt;

  /** Admin user who has decided; empty for nobody. */
  public final String decidedBy;

  /** When its advocate asked for another look; null for never. */
  public final Instant appealedAt;

  public final String appeal;

  private Referral(Builder b) {
    id = b.id;
    programmeId = b.programmeId;
    advocateId = b.advocateId;
    friendKey = requireNonNull(b.friendKey, "friendKey");
    contact = requireNonNull(b.contact, "contact");
    orderId = b.orderId;
    life = b.life;
    claim = requireNonNull(b.claim, "claim");
    state = requireNonNull(b.state, "state");
    reason = requireNonNull(b.reason, "reason");
    score = b.score;
    base = b.base;
    dueAt = b.dueAt;
    bookedAt = b.bookedAt;
    changedAt = requireNonNull(b.changedAt, "changedAt");
    decidedBy = b.decidedBy;
    appealedAt = b.appealedAt;
    appeal = b.appeal;
  }

  /** The checkout in which the code was used. */
  public static final class Claim {
    public final Method method;

    /** Of the link; empty for a typed code. */
    public final String channel;

    /** Host name of the page that led to the link; empty when not known. */
    public final String referrer;

    /** Hashes; empty when not known. */
    public final String deviceKey;

    public final String networkKey;
    public final Instant at;

    public Claim(String channel, String referrer, String deviceKey, String networkKey, Instant at) {
      this.method = Method.ofChannel(channel);
      this.channel = requireNonNull(channel, "channel");
      this.referrer = requireNonNull(referrer, "referrer");
      this.deviceKey = requireNonNull(deviceKey, "deviceKey");
      this.networkKey = requireNonNull(networkKey, "networkKey");
      this.at = requireNonNull(at, "at");
    }
  }

  public boolean isOpen() {
    return state == ReferralState.QUALIFYING || state == ReferralState.HELD;
  }

  public boolean isBooked() {
    return state == ReferralState.QUALIFYING || state == ReferralState.REWARDED;
  }

  public Builder with() {
    return new Builder(this);
  }

  /** Collects the parts. Not thread-safe. */
  public static final class Builder {
    private final long id;
    private final long programmeId;
    private final long advocateId;
    private String friendKey = "";
    private String contact = "";
    private long orderId;
    private int life = 1;
    private Claim claim;
    private ReferralState state = ReferralState.CLAIMED;
    private ReferralReason reason = ReferralReason.CLAIMED;
    private int score;
    private Money base;
    private Instant dueAt;
    private Instant bookedAt;
    private Instant changedAt;
    private String decidedBy = "";
    private Instant appealedAt;
    private String appeal = "";

    public Builder(long id, long programmeId, long advocateId) {
      this.id = id;
      this.programmeId = programmeId;
      this.advocateId = advocateId;
    }

    private Builder(Referral r) {
      this(r.id, r.programmeId, r.advocateId);
      friend(r.friendKey, r.contact);
      of(r.orderId, r.life, r.claim);
      is(r.state, r.reason, r.changedAt);
      judged(r.score, r.base);
      dueAt = r.dueAt;
      bookedAt = r.bookedAt;
      decidedBy = r.decidedBy;
      appealed(r.appealedAt, r.appeal);
    }

    public Builder friend(String key, String mailbox) {
      friendKey = key;
      contact = mailbox;
      return this;
    }

    public Builder of(long order, int orderLife, Claim how) {
      orderId = order;
      life = orderLife;
      claim = how;
      return this;
    }

    public Builder is(ReferralState now, ReferralReason why, Instant at) {
      state = now;
      reason = why;
      changedAt = at;
      return this;
    }

    public Builder judged(int points, Money merchandise) {
      score = points;
      base = merchandise;
      return this;
    }

    public Builder due(Instant at) {
      dueAt = at;
      return this;
    }

    public Builder booked(Instant at) {
      bookedAt = at;
      return this;
    }

    public Builder decided(String actor) {
      decidedBy = actor;
      return this;
    }

    public Builder appealed(Instant at, String text) {
      appealedAt = at;
      appeal = text;
      return this;
    }

    public Referral build() {
      return new Referral(this);
    }
  }
}
