package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.Purpose;

/** Which of the failed messages a person wants to be sent again. */
public final class AgainFilter {
  /** Null for both. */
  public final Purpose purpose;

  /** A part of the reason, whatever the case; empty for any reason. */
  public final String reason;

  public AgainFilter(Purpose purpose, String reason) {
    this.purpose = purpose;
    this.reason = requireNonNull(reason, "reason").trim();
  }
}
