package org.postpurchase.referral;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** PP_PERSON_KEY. Methods join the caller's transaction. */
public interface PersonKeyStore {
  /** Adds those that are not there; what an order said once stays. */
  void add(Collection<KnownPerson> keys);

  /**
   * Who has one of the keys: the advocate's own orders and browsers, and earlier orders of anybody
   * with the same name and home, phone or payment. Oldest first, at most so many of each, so that a
   * network or a phone of many people never hides the advocate.
   */
  List<KnownPerson> with(Collection<PersonKey> keys, Advocate advocate, String mailbox, int limit);

  /** The orders were cancelled: who placed them has bought nothing with them. */
  void forgetMailboxes(Collection<Long> orderIds);

  /** Deletes those of a kind that were last seen before; how many that were, at most the limit. */
  int forget(KeyKind kind, Instant before, int limit);
}
