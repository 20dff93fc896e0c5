package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.Reasons;

/** What became of one hand-over. The reason is at most 1,000 characters. */
public final class SendOutcome {
  /** How an attempt can end. */
  public enum Kind {
    /** The server took responsibility. */
    ACCEPTED,
    /** Nothing was delivered; trying later makes sense. */
    TEMPORARY,
    /**
     * Nothing was delivered and the connection itself is unusable: the rest of the batch should
     * wait too.
     */
    UNREACHABLE,
    /** Nothing was delivered and trying again is pointless. */
    PERMANENT,
    /**
     * The server may or may not have it: the connection broke after the whole mail was handed over.
     */
    UNCLEAR
  }

  public final Kind kind;
  public final String reason;

  private SendOutcome(Kind kind, String reason) {
    this.kind = requireNonNull(kind, "kind");
    this.reason = Reasons.clip(requireNonNull(reason, "reason"));
  }

  public static SendOutcome accepted() {
    return new SendOutcome(Kind.ACCEPTED, "");
  }

  public static SendOutcome of(Kind kind, String reason) {
    return new SendOutcome(kind, reason);
  }
}
