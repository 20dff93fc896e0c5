package org.postpurchase.referral;

/** What one side of a referral gets, and where it is. Immutable. */
public final class ReferralReward {
  /** Who gets it. */
  public enum Side {
    ADVOCATE,
    FRIEND
  }

  /** Where it is. */
  public enum State {
    PENDING,
    PAID,
    REVERSED
  }

  public final long referralId;
  public final Side side;
  public final int life;
  public final RewardKind kind;

  /** As promised; 0 for a code. */
  public final long points;

  /** Points programme, empty for a code. */
  public final String programme;

  public final long accountId;
  public final int lotNo;

  /** Offer of the code, and how long it is good for. */
  public final long offerId;

  public final int validDays;

  /** How many points were taken back so far. */
  public final long takenBack;

  public final State state;

  public ReferralReward(Referral referral, Side side, RewardTerms terms, long points) {
    this(
        referral.id,
        side,
        referral.life,
        new What(terms.kind, points, terms.offerId, terms.validDays),
        new Lot("", 0, 0, 0),
        State.PENDING);
  }

  /** As it was kept. */
  public ReferralReward(long referralId, Side side, int life, What what, Lot lot, State state) {
    this.referralId = referralId;
    this.side = side;
    this.life = life;
    this.kind = what.kind;
    this.points = what.points;
    this.offerId = what.offerId;
    this.validDays = what.validDays;
    this.programme = lot.programme;
    this.accountId = lot.accountId;
    this.lotNo = lot.lotNo;
    this.takenBack = lot.takenBack;
    this.state = state;
  }

  /** What was promised. */
  public static final class What {
    final RewardKind kind;
    final long points;
    final long offerId;
    final int validDays;

    public What(RewardKind kind, long points, long offerId, int validDays) {
      this.kind = kind;
      this.points = points;
      this.offerId = offerId;
      this.validDays = validDays;
    }
  }

  /** Where points are. */
  public static final class Lot {
    final String programme;
    final long accountId;
    final int lotNo;
    final long takenBack;

    public Lot(String programme, long accountId, int lotNo, long takenBack) {
      this.programme = programme;
      this.accountId = accountId;
      this.lotNo = lotNo;
      this.takenBack = takenBack;
    }
  }

  /** Names it in the ledger and among codes, the same at each repetition. */
  public String key() {
    return "referral:"
        + referralId
        + ":"
        + side.name().toLowerCase(java.util.Locale.ROOT)
        + ":"
        + life;
  }

  /** What is left of the points. */
  public long left() {
    return points - takenBack;
  }

  ReferralReward in(Lot lot) {
    return new ReferralReward(referralId, side, life, what(), lot, state);
  }

  ReferralReward is(State now) {
    return new ReferralReward(referralId, side, life, what(), lot(), now);
  }

  ReferralReward takenBack(long total) {
    return in(new Lot(programme, accountId, lotNo, total));
  }

  private What what() {
    return new What(kind, points, offerId, validDays);
  }

  private Lot lot() {
    return new Lot(programme, accountId, lotNo, takenBack);
  }
}
