package org.postpurchase.ask;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One request to one person about one thing. A mail that names three products is three of them. */
public final class Ask {
  public final AskKind kind;

  /** Key of the mailbox. */
  public final String contact;

  /** 0 for none. */
  public final long orderId;

  /**
   * Step that asked and its series, such as {@code ask@12}; requests of one order and step left in
   * one mail.
   */
  public final String stepKey;

  /** 0 for none. */
  public final long productId;

  public final Instant askedAt;

  public Ask(
      AskKind kind, String contact, long orderId, String stepKey, long productId, Instant askedAt) {
    this.kind = requireNonNull(kind, "kind");
    this.contact = requireNonNull(contact, "contact");
    this.orderId = orderId;
    this.stepKey = requireNonNull(stepKey, "stepKey");
    this.productId = productId;
    this.askedAt = requireNonNull(askedAt, "askedAt");
  }

  /** The same request has the same key, however often it is recorded. */
  public String key() {
    return kind + ":" + orderId + ":" + productId + ":" + stepKey;
  }

  /** Requests with the same text here came in the same mail. */
  public String mail() {
    return kind + ":" + orderId + ":" + stepKey;
  }
}
