package org.postpurchase.referral;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** PP_PERSON_KEY. Methods join the caller's transaction. */
public interface PersonKeyStore {
  /** Adds those that are not there; what an order said once stays. */
  void add(Collection<KnownPerson> keys);

  /** Everybody with one of the keys, oldest first, at most so many. */
  List<KnownPerson> with(Collection<PersonKey> keys, int limit);

  /** The order was cancelled: who placed it has bought nothing with it. */
  void forgetMailbox(long orderId);

  /** Deletes those of a kind that were last seen before; how many that were, at most the limit. */
  int forget(KeyKind kind, Instant before, int limit);
}
