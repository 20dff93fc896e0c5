package org.postpurchase.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Purchases and what is taken of each reward. Methods join the caller's transaction. */
public interface PurchaseStore {
  Optional<RewardPurchase> find(String requestKey);

  /** What a customer has bought of one reward; those taken back count in the number only. */
  Bought bought(long customerId, String rewardKey);

  /** How many of each reward a customer has, those taken back left out. */
  Map<String, Long> boughtBy(long customerId);

  /** How many of each reward are taken. */
  Map<String, Long> taken();

  /**
   * Takes one, if there is one; of any number of buyers at once never more than the stock get one.
   * Everybody else who wants this reward waits until the transaction ends.
   *
   * @param stock how many there are in all; 0 for any number
   */
  boolean take(String rewardKey, long stock, Instant now);

  /** Puts one back that was taken. */
  void putBack(String rewardKey, Instant now);

  /**
   * @throws RuntimeException of Spring for a request key or a number that is taken: the transaction
   *     has read what was not true any more and has to begin again
   */
  void add(RewardPurchase purchase);

  /** Notes that a person took it back; false when somebody did before. */
  boolean takeBack(String requestKey, String actor, Instant now);

  /** A customer's purchases, newest first. */
  List<RewardPurchase> ofCustomer(long customerId, int limit);

  /** Those of the keys that are purchases. */
  List<RewardPurchase> find(Collection<String> requestKeys);

  /** How many of a reward somebody has, and the highest number that one of them ever got. */
  final class Bought {
    public final long count;
    public final int lastNumber;

    public Bought(long count, int lastNumber) {
      this.count = count;
      this.lastNumber = lastNumber;
    }
  }
}
