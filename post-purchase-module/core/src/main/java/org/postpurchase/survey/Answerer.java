package org.postpurchase.survey;

import static java.util.Objects.requireNonNull;

/** Somebody who answered a survey, by the first answer. Immutable. */
public final class Answerer {
  public final long answerId;

  /** Key of the person's mailbox. */
  public final String contact;

  /** 0 for a guest. */
  public final long customerId;

  public final long orderId;

  public Answerer(long answerId, String contact, long customerId, long orderId) {
    this.answerId = answerId;
    this.contact = requireNonNull(contact, "contact");
    this.customerId = customerId;
    this.orderId = orderId;
  }
}
