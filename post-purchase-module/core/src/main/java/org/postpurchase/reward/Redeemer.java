package org.postpurchase.reward;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.EmailAddress;

/** Who wants to use a code, with which order. */
public final class Redeemer {
  public final long orderId;

  /** The mailbox, by its {@link EmailAddress#key()} of the order; empty while it is not known. */
  public final String contact;

  /** The host's customer id when the buyer is logged in or registered; 0 for a guest. */
  public final long customerId;

  public Redeemer(long orderId, String contact, long customerId) {
    this.orderId = orderId;
    this.contact = EmailAddress.keyOf(requireNonNull(contact, "contact"));
    this.customerId = customerId;
  }

  /** Whether the code belongs to this buyer, or might as long as nothing is known about him. */
  boolean mayOwn(RewardCode code) {
    boolean unknown = contact.isEmpty() && customerId <= 0;
    return unknown || owns(code);
  }

  boolean owns(RewardCode code) {
    boolean sameContact = contact.equals(code.grant.contact);
    boolean sameCustomer = customerId > 0 && customerId == code.grant.customerId;
    return sameContact || sameCustomer;
  }
}
