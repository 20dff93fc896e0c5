package org.postpurchase.reward;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.EmailAddress;

/** What a code is given for and to whom. The key makes it unique: the same key is the same code. */
public final class RewardGrant {
  public final String key;

  /** Host offer it is a code of. */
  public final long offerId;

  /** Owner: the mailbox, by its {@link EmailAddress#key()}. */
  public final String contact;

  /** Owner's customer id in the host; guests have a fresh one with each order. */
  public final long customerId;

  /** Enrollment it was given in; 0 for none. */
  public final long enrollmentId;

  /** Step it was given by; empty for none. */
  public final String stepKey;

  public RewardGrant(
      String key,
      long offerId,
      String contact,
      long customerId,
      long enrollmentId,
      String stepKey) {
    this.key = requireNonNull(key, "key");
    this.offerId = offerId;
    this.contact = EmailAddress.keyOf(requireNonNull(contact, "contact"));
    this.customerId = customerId;
    this.enrollmentId = enrollmentId;
    this.stepKey = requireNonNull(stepKey, "stepKey");
  }
}
