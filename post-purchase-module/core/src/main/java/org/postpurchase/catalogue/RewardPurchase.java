package org.postpurchase.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** That somebody bought a reward. Immutable. */
public final class RewardPurchase {
  /** Identifies the press of the button; also that of the points' hold and of the code's grant. */
  public final String requestKey;

  public final String rewardKey;
  public final int rewardVersion;

  /** As it was called then. */
  public final String rewardName;

  public final Buyer buyer;

  /** Which of this customer's purchases of this reward it is, from 1. */
  public final int number;

  public final long points;
  public final long rewardCodeId;
  public final Instant boughtAt;

  /** When a person took it back; null for never. */
  public final Instant takenBackAt;

  public RewardPurchase(
      String requestKey,
      CatalogueReward reward,
      Buyer buyer,
      int number,
      long rewardCodeId,
      Instant boughtAt) {
    this(
        requestKey,
        reward.key,
        reward.version,
        reward.name,
        buyer,
        number,
        reward.cost,
        rewardCodeId,
        boughtAt,
        null);
  }

  public RewardPurchase(
      String requestKey,
      String rewardKey,
      int rewardVersion,
      String rewardName,
      Buyer buyer,
      int number,
      long points,
      long rewardCodeId,
      Instant boughtAt,
      Instant takenBackAt) {
    this.requestKey = requireNonNull(requestKey, "requestKey");
    this.rewardKey = requireNonNull(rewardKey, "rewardKey");
    this.rewardVersion = rewardVersion;
    this.rewardName = requireNonNull(rewardName, "rewardName");
    this.buyer = requireNonNull(buyer, "buyer");
    this.number = number;
    this.points = points;
    this.rewardCodeId = rewardCodeId;
    this.boughtAt = requireNonNull(boughtAt, "boughtAt");
    this.takenBackAt = takenBackAt;
  }

  /** Whose points paid. */
  public static final class Buyer {
    public final String programme;
    public final long accountId;

    /** The host's customer id. */
    public final long customerId;

    public Buyer(String programme, long accountId, long customerId) {
      this.programme = requireNonNull(programme, "programme");
      this.accountId = accountId;
      this.customerId = customerId;
    }
  }
}
