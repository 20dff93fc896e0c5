package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

/** A person for whom a channel looks up where it reaches them. Immutable. */
public final class Addressee {
  /** Key of the person's mailbox, as {@link org.postpurchase.shared.EmailAddress#key} gives it. */
  public final String contact;

  /** The e-mail address as it was typed; perhaps none that is valid. */
  public final String email;

  /** Account in the shop; 0 for a guest. */
  public final long customerId;

  /** Order that the message is about; 0 for none. */
  public final long orderId;

  public Addressee(String contact, String email, long customerId, long orderId) {
    this.contact = requireNonNull(contact, "contact");
    this.email = requireNonNull(email, "email");
    this.customerId = customerId;
    this.orderId = orderId;
  }
}
