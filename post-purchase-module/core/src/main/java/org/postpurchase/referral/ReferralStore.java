package org.postpurchase.referral;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Referrals with their events, signals and rewards. Methods join the caller's transaction. */
public interface ReferralStore {
  /** What pricing has to know about each of the codes that is one of an advocate. */
  List<CodeFacts> facts(Collection<String> codes, FriendCodes.Friend friend, String friendKey);

  /** Adds a claim unless that friend has one in the programme. */
  boolean add(Referral claim);

  /**
   * {@link #facts}, their usual verdict and {@link #add} in one statement, where the database does
   * that without locking what it reads. False tells nothing about why, and that nothing was added.
   *
   * @param claim without programme and advocate, which follow from the code
   */
  boolean addIfGood(String code, FriendCodes.Friend friend, Referral claim);

  /** Begins a referral anew whose order came to nothing; false when somebody else was first. */
  boolean reclaim(Referral before, Referral claim);

  /** Deletes the order's claims that came to nothing, those made by then. */
  int dropClaims(long orderId, Instant madeBy);

  Optional<Referral> find(long id);

  Optional<Referral> lockOfOrder(long orderId);

  /** Those of the orders that are a friend's, by order id, locked in ascending order. */
  Map<Long, Referral> lockOfOrders(Collection<Long> orderIds);

  Optional<Referral> lock(long id);

  void save(Referral referral);

  /** Returns false when that key is on record. */
  boolean addEvent(String key, ReferralEvent event);

  List<ReferralEvent> events(long referralId);

  void saveSignals(long referralId, List<Signal> signals, Instant now);

  List<Signal> signals(long referralId);

  boolean addReward(ReferralReward reward);

  void saveReward(ReferralReward reward);

  /** Those of all lives, newest life first. */
  List<ReferralReward> rewards(long referralId);

  /** Which are due by then, oldest first. */
  List<Referral> due(Instant now, int limit);

  Optional<Instant> nextDue(Instant after);

  /** Claims that were made before, oldest first. */
  List<Referral> claimedBefore(Instant moment, int limit);

  /** How many of the advocate have a booked reward since then. */
  int booked(long advocateId, Instant since);

  List<Referral> ofAdvocate(long advocateId, int limit);

  /** All of the advocate in that state, in ascending order. */
  List<Referral> ofAdvocate(long advocateId, ReferralState state);

  /** Takes so many points of the programme's budget, all or none. */
  boolean takeBudget(long programmeId, long points, long budget);

  void giveBackBudget(long programmeId, long points);

  /** What one statement tells about a code. */
  final class CodeFacts {
    public final String code;
    public final long programmeId;
    public final long advocateId;
    public final String advocateKey;

    /** Hash of the friend's mailbox; empty while it is not known. */
    public final String friendKey;

    public final long advocateCustomerId;
    public final boolean suspended;
    public final ProgrammeStatus status;

    /** Null for none. */
    public final java.math.BigDecimal minimum;

    /** The friend's referral of the programme; null for none. */
    public final Referral known;

    /** Whether the friend has bought before. */
    public final boolean customer;

    public CodeFacts(
        String code,
        Advocate.NewAdvocate advocate,
        long advocateId,
        String advocateKey,
        Rules rules,
        Referral known) {
      this.code = code;
      this.programmeId = advocate.programmeId;
      this.advocateId = advocateId;
      this.advocateKey = advocateKey;
      this.friendKey = rules.friendKey;
      this.advocateCustomerId = advocate.customerId;
      this.suspended = rules.suspended;
      this.status = rules.status;
      this.minimum = rules.minimum;
      this.customer = rules.customer;
      this.known = known;
    }
  }

  /** What the programme and the history say. */
  final class Rules {
    final boolean suspended;
    final ProgrammeStatus status;
    final java.math.BigDecimal minimum;
    final boolean customer;
    final String friendKey;

    public Rules(
        String friendKey,
        boolean suspended,
        ProgrammeStatus status,
        java.math.BigDecimal minimum,
        boolean customer) {
      this.friendKey = friendKey;
      this.suspended = suspended;
      this.status = status;
      this.minimum = minimum;
      this.customer = customer;
    }
  }
}
