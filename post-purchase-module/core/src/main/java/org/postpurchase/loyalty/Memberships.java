package org.postpurchase.loyalty;

import java.util.Optional;

/** Who has joined by a click. Methods join the caller's transaction. */
public interface Memberships {
  Optional<Membership> find(String programme, String ownerKey);

  /** Adds it unless there is one; false means that the earlier one stands. */
  boolean add(Membership membership);
}
