package org.postpurchase.ledger;

import static java.util.Objects.requireNonNull;

/** Who asks for which movement, and why. Immutable. */
public final class PostingRequest {
  private static final int KEY_MAX = 190;

  public final Verb verb;

  /** Identifies the movement in its programme: asking again moves nothing more. */
  public final String key;

  /** Host order it is about; 0 for none. */
  public final long orderId;

  /** A code that pages translate; empty for none. */
  public final String reasonCode;

  /** Admin user; empty for the shop itself. */
  public final String actor;

  /** What it can be undone together with; empty for none. */
  public final String batchId;

  /**
   * @throws IllegalArgumentException for an empty key or one of more than 190 characters
   */
  public PostingRequest(
      Verb verb, String key, long orderId, String reasonCode, String actor, String batchId) {
    this.verb = requireNonNull(verb, "verb");
    this.key = requireNonNull(key, "key");
    this.orderId = orderId;
    this.reasonCode = requireNonNull(reasonCode, "reasonCode");
    this.actor = requireNonNull(actor, "actor");
    this.batchId = requireNonNull(batchId, "batchId");
    if (key.isEmpty() || key.length() > KEY_MAX) {
      throw new IllegalArgumentException(
          "A key has 1 to " + KEY_MAX + " characters; '" + key + "' has " + key.length() + ".");
    }
  }

  static PostingRequest of(Verb verb, String key, long orderId) {
    return new PostingRequest(verb, key, orderId, "", "", "");
  }

  PostingRequest because(String code) {
    return new PostingRequest(verb, key, orderId, code, actor, batchId);
  }
}
