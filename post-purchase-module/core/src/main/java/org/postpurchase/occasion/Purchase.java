package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postpurchase.order.OrderSnapshot;

/** An order that was placed, with when its buyer ordered before. Immutable. */
public final class Purchase {
  public final OrderSnapshot order;

  /** Oldest first. */
  public final List<Instant> before;

  public Purchase(OrderSnapshot order, List<Instant> before) {
    this.order = requireNonNull(order, "order");
    List<Instant> sorted = new ArrayList<>(before);
    Collections.sort(sorted);
    this.before = Collections.unmodifiableList(sorted);
  }

  /** The buyer: an account, or the mailbox of a guest. */
  public DueOccasion.Person buyer() {
    return order.registered
        ? DueOccasion.Person.customer(order.customerId, order.email.trim())
        : DueOccasion.Person.guest(
            order.email.trim(), order.firstName, order.locale.toLanguageTag());
  }
}
