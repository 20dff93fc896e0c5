package org.postpurchase.ask;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What speaks against asking now. Immutable. */
public final class AskObjection {
  /** Names are stored as reasons of verdicts and never change their meaning. */
  public enum Reason {
    /** Nothing of the order can be asked about: not kept, reviewed, or asked about lately. */
    NOTHING_TO_ASK,
    /** The person wants no requests. */
    ASKS_STOPPED,
    /** This order was asked about as often as it may be. */
    ASKED_ENOUGH,
    /** The person has not had it long enough. */
    TOO_EARLY_TO_ASK,
    /** The person was asked for other things lately. */
    ASK_BUDGET
  }

  public final Reason reason;

  /** In words for a merchant; may be empty. */
  public final String detail;

  /** When to ask again whether anything speaks against it; empty if waiting does not help. */
  public final Optional<Instant> until;

  private AskObjection(Reason reason, String detail, Optional<Instant> until) {
    this.reason = requireNonNull(reason, "reason");
    this.detail = requireNonNull(detail, "detail");
    this.until = requireNonNull(until, "until");
  }

  public static AskObjection never(Reason reason, String detail) {
    return new AskObjection(reason, detail, Optional.empty());
  }

  public static AskObjection until(Reason reason, Instant moment) {
    return new AskObjection(reason, "", Optional.of(moment));
  }
}
