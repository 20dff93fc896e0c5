package org.postpurchase.person;

import java.util.Objects;
import org.postpurchase.shared.EmailAddress;

/**
 * Names a person as far as the caller knows: by the customer's id, the mailbox, or both. The
 * customer decides where both are known. Immutable; equal when both parts are.
 */
public final class PersonRef {
  /** Zero for somebody without an account, or when it is not known. */
  public final long customerId;

  /** The mailbox's key; empty when it is not known. */
  public final String mailbox;

  private PersonRef(long customerId, String mailbox) {
    this.customerId = Math.max(0, customerId);
    this.mailbox = mailbox;
    if (this.customerId == 0 && mailbox.isEmpty()) {
      throw new IllegalArgumentException("a person is a customer or a mailbox");
    }
  }

  public static PersonRef ofCustomer(long customerId) {
    return new PersonRef(customerId, "");
  }

  /**
   * @param address in any spelling; brought to the mailbox's key
   */
  public static PersonRef ofMailbox(String address) {
    return new PersonRef(0, EmailAddress.keyOf(address));
  }

  /**
   * @param customerId zero or less when there is no account
   * @param address in any spelling; empty when it is not known
   */
  public static PersonRef of(long customerId, String address) {
    return new PersonRef(customerId, address.isEmpty() ? "" : EmailAddress.keyOf(address));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonRef
        && ((PersonRef) other).customerId == customerId
        && ((PersonRef) other).mailbox.equals(mailbox);
  }

  @Override
  public int hashCode() {
    return Objects.hash(customerId, mailbox);
  }

  @Override
  public String toString() {
    return customerId > 0 ? "customer " + customerId : "mailbox " + mailbox;
  }
}
