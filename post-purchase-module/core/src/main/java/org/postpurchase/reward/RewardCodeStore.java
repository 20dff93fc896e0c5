package org.postpurchase.reward;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of codes. Methods join the caller's transaction. */
public interface RewardCodeStore {
  /** Adds a code unless its grant's key is taken; false means that the earlier one stands. */
  boolean add(RewardGrant grant, String code, String title, Instant issuedAt, Instant expiresAt);

  /** Adds codes of grants that have none. */
  void addAll(List<NewCode> codes);

  /** Those of the grants' keys for which a code was given out. */
  Set<String> known(Collection<String> grantKeys);

  /** All codes given in any of the enrollments, oldest first. */
  List<RewardCode> ofEnrollments(Collection<Long> enrollmentIds);

  /** Codes that any of the orders has reserved or used, oldest first. */
  List<RewardCode> takenByAny(Collection<Long> orderIds);

  /** {@link #use} for many orders, in one statement. */
  int useAll(Collection<Long> orderIds, Instant now);

  Optional<RewardCode> findByKey(String grantKey);

  /** Those of the texts that are codes of ours; case does not matter. */
  List<RewardCode> findByCodes(Collection<String> codes);

  /** Those of the numbers that are codes of ours. */
  List<RewardCode> findByIds(Collection<Long> ids);

  /** The newest code given in the enrollment by the step. */
  Optional<RewardCode> findByStep(long enrollmentId, String stepKey);

  /** The newest code given in the enrollment by any step. */
  Optional<RewardCode> newestOf(long enrollmentId);

  /** ISSUED → RESERVED, or still RESERVED for the same order; false when somebody else has it. */
  boolean reserve(RewardCode code, long orderId, Instant now);

  /** Codes that the order has reserved or used. */
  List<RewardCode> takenBy(long orderId);

  /** RESERVED → USED, whatever the order has reserved; how many that were. */
  int use(long orderId, Instant now);

  /**
   * Whatever the order has reserved or used → ISSUED; how many that were.
   *
   * @param graceUntil until when those can be used that would have expired by {@code now}
   */
  int giveBack(long orderId, Instant now, Instant graceUntil);

  /** RESERVED no later than the moment → ISSUED; false when it is not, or was reserved anew. */
  boolean release(RewardCode code, Instant reservedBy);

  /** Codes reserved before the moment, oldest first. */
  List<RewardCode> reservedBefore(Instant moment, int limit);

  /** ISSUED → REVOKED; false when it is reserved, used or revoked before. */
  boolean revoke(long rewardCodeId);
}
