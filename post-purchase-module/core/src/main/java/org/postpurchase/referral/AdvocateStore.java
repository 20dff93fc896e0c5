package org.postpurchase.referral;

import java.time.Instant;
import java.util.Optional;

/** PP_ADVOCATE. Methods join the caller's transaction. */
public interface AdvocateStore {
  /** Adds unless that mailbox has a link in the programme, or the code is taken. */
  boolean add(Advocate.NewAdvocate advocate, String mailboxKey, String code, Instant now);

  Optional<Advocate> find(long id);

  Optional<Advocate> ofMailbox(long programmeId, String mailboxKey);

  /** The newest with that customer id, else empty. */
  Optional<Advocate> ofCustomer(long programmeId, long customerId);

  Optional<Advocate> ofCode(String code);

  /** Locked against everybody else who grants it a reward, until the transaction ends. */
  Optional<Advocate> lock(long id);

  /** Points go to the customer's account from now on. */
  void becomesCustomer(long id, long customerId, String ownerKey);

  /** Returns whether that changed anything. */
  boolean suspend(long id, boolean suspended);

  /** Counts visits of people by day and channel. */
  void countVisit(long advocateId, String channel, Instant now);
}
