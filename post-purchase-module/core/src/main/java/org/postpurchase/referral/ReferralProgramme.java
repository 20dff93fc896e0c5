package org.postpurchase.referral;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** A merchant's referral programme as it is now. Immutable. */
public final class ReferralProgramme {
  public final long id;
  public final ProgrammeStatus status;
  public final int edition;

  /** What has been promised; kept with every advocate and referral. */
  public final int termsVersion;

  /** Nothing that was placed before counts; null while it was never switched on. */
  public final Instant activeSince;

  /** Offer of the host that friends get with the code of an advocate. */
  public final long friendOfferId;

  /** What that offer gives, in words; empty when the host does not know it any more. */
  public final String friendTitle;

  /** What the friend's merchandise must come to, in the currency of the order. */
  public final Optional<BigDecimal> minimum;

  public final RewardTerms advocate;

  /** What the friend gets besides the offer. */
  public final RewardTerms friend;

  public final Caps caps;
  public final Gate gate;

  /** After delivery, until nothing can be sent back. */
  public final int waitDays;

  /** After the order, when nobody reports the delivery. */
  public final int fallbackDays;

  /** Whether the shop sends invitations for advocates, and how many. */
  public final Invitations invitations;

  private ReferralProgramme(Builder b) {
    id = b.id;
    status = requireNonNull(b.status, "status");
    edition = b.edition;
    termsVersion = b.termsVersion;
    activeSince = b.activeSince;
    friendOfferId = b.friendOfferId;
    friendTitle = b.friendTitle;
    minimum = Optional.ofNullable(b.minimum);
    advocate = b.advocate;
    friend = b.friend;
    caps = b.caps;
    gate = b.gate;
    waitDays = b.waitDays;
    fallbackDays = b.fallbackDays;
    invitations = b.invitations;
  }

  /** Points of the friend of an advocate on that tier, cut to the cap of an order. */
  public long friendPoints(String tierKey) {
    long points = friend.kind == RewardKind.POINTS ? friend.pointsFor(1, tierKey) : 0;
    return caps.ofOrder(points);
  }

  /**
   * Points of an advocate on that tier for the nth friend; what the friend gets counts towards the
   * cap of an order first.
   */
  public long advocatePoints(int nth, String tierKey) {
    long points = advocate.kind == RewardKind.POINTS ? advocate.pointsFor(nth, tierKey) : 0;
    return Math.min(points, caps.ofOrder(Long.MAX_VALUE) - friendPoints(tierKey));
  }

  /** What every friend gets at least, whoever sent them: what pages may promise to anybody. */
  public long friendPointsAtLeast() {
    return tiers().mapToLong(this::friendPoints).min().orElse(0);
  }

  /**
   * What an advocate on that tier gets at least for each friend who earns them something: what
   * their pages may promise.
   */
  public long advocatePointsAtLeast(String tierKey) {
    return advocate.turns().stream().mapToLong(nth -> advocatePoints(nth, tierKey)).min().orElse(0);
  }

  /** The same for an advocate whose tier is not known. */
  public long advocatePointsAtLeast() {
    return tiers().mapToLong(this::advocatePointsAtLeast).min().orElse(0);
  }

  private Stream<String> tiers() {
    return Stream.of(
            Stream.of(""), advocate.byTier.keySet().stream(), friend.byTier.keySet().stream())
        .flatMap(keys -> keys)
        .distinct();
  }

  public boolean isActive() {
    return status == ProgrammeStatus.ACTIVE;
  }

  /** Whether an order counts: never the past. */
  public boolean counts(Instant placedAt) {
    return activeSince != null && placedAt != null && !placedAt.isBefore(activeSince);
  }

  Instant dueAfterDelivery(Instant arrived, ZoneId zone) {
    return arrived.atZone(zone).plusDays(Math.max(0, waitDays)).toInstant();
  }

  public Instant dueAfterOrder(Instant placed, ZoneId zone) {
    return placed.atZone(zone).plusDays(Math.max(0, fallbackDays)).toInstant();
  }

  /** How much there may be; 0 for any number. */
  public static final class Caps {
    public static final Caps NONE = new Caps(0, 0, 0, 0);

    /** Rewards of one advocate within {@link #days}; beyond, a person looks first. */
    public final int inPeriod;

    public final int days;

    /** Rewards of one advocate, ever. */
    public final int lifetime;

    /** Points of the whole programme. */
    public final long budget;

    /** Points for one order of a friend, both sides together. */
    public final long order;

    public Caps(int inPeriod, int days, int lifetime, long budget) {
      this(inPeriod, days, lifetime, budget, 0);
    }

    private Caps(int inPeriod, int days, int lifetime, long budget, long order) {
      this.inPeriod = inPeriod;
      this.days = days;
      this.lifetime = lifetime;
      this.budget = budget;
      this.order = order;
    }

    /** The same with the most points for one order, 0 for any number. */
    public Caps order(long points) {
      return new Caps(inPeriod, days, lifetime, budget, points);
    }

    long ofOrder(long points) {
      return order <= 0 ? points : Math.min(points, order);
    }
  }

  /** How many invitations the shop sends for advocates; off unless a merchant wants it. */
  public static final class Invitations {
    public static final Invitations OFF = new Invitations(false, 0, 0, 0);

    public final boolean on;

    /** Of one advocate within a day of the shop. */
    public final int perDay;

    /** Of one advocate, ever. */
    public final int perAdvocate;

    /** Of all advocates within a day of the shop. */
    public final int ofShopPerDay;

    public Invitations(boolean on, int perDay, int perAdvocate, int ofShopPerDay) {
      this.on = on;
      this.perDay = perDay;
      this.perAdvocate = perAdvocate;
      this.ofShopPerDay = ofShopPerDay;
    }
  }

  /** From which score on a referral is held for a person, or rejected. */
  public static final class Gate {
    public static final Gate USUAL = new Gate(60, 90);
    public final int hold;
    public final int reject;

    public Gate(int hold, int reject) {
      this.hold = hold;
      this.reject = reject;
    }
  }

  /** Collects the parts. Not thread-safe. */
  public static final class Builder {
    private final long id;
    private ProgrammeStatus status = ProgrammeStatus.DRAFT;
    private int edition = 1;
    private int termsVersion = 1;
    private Instant activeSince;
    private long friendOfferId;
    private String friendTitle = "";
    private BigDecimal minimum;
    private RewardTerms advocate = RewardTerms.NOTHING;
    private RewardTerms friend = RewardTerms.NOTHING;
    private Caps caps = Caps.NONE;
    private Gate gate = Gate.USUAL;
    private int waitDays = 14;
    private int fallbackDays = 30;
    private Invitations invitations = Invitations.OFF;

    public Builder(long id) {
      this.id = id;
    }

    public Builder status(ProgrammeStatus now, Instant since) {
      status = now;
      activeSince = since;
      return this;
    }

    public Builder versions(int newEdition, int terms) {
      edition = newEdition;
      termsVersion = terms;
      return this;
    }

    public Builder friendOffer(long offerId, String title) {
      friendOfferId = offerId;
      friendTitle = title;
      return this;
    }

    /**
     * @param amount null for none
     */
    public Builder minimum(BigDecimal amount) {
      minimum = amount;
      return this;
    }

    public Builder advocateGets(RewardTerms terms) {
      advocate = terms;
      return this;
    }

    public Builder friendGets(RewardTerms terms) {
      friend = terms;
      return this;
    }

    public Builder caps(Caps all) {
      caps = all;
      return this;
    }

    public Builder gate(Gate scores) {
      gate = scores;
      return this;
    }

    public Builder waits(int afterDelivery, int afterOrder) {
      waitDays = afterDelivery;
      fallbackDays = afterOrder;
      return this;
    }

    public Builder invitations(Invitations limits) {
      invitations = limits;
      return this;
    }

    public ReferralProgramme build() {
      return new ReferralProgramme(this);
    }
  }
}
