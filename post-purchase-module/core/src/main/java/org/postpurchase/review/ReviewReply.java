package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The shop's public answer. Immutable. */
public final class ReviewReply {
  public final String body;
  public final String actor;
  public final Instant at;

  public ReviewReply(String body, String actor, Instant at) {
    this.body = requireNonNull(body, "body");
    this.actor = requireNonNull(actor, "actor");
    this.at = requireNonNull(at, "at");
  }
}
