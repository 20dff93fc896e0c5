package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Reasons;

/** Which of the failed messages a person wants to be sent again. */
public final class AgainFilter {
  private static final int REASON_SHOWN = 60;

  /** Null for both. */
  public final Purpose purpose;

  /** A part of the reason, whatever the case; empty for any reason. */
  public final String reason;

  public AgainFilter(Purpose purpose, String reason) {
    this.purpose = purpose;
    this.reason = requireNonNull(reason, "reason").trim();
  }

  /** For a record of who did what. */
  @Override
  public String toString() {
    return "purpose="
        + (purpose == null ? "any" : purpose.name())
        + (reason.isEmpty() ? "" : " reason contains '" + Reasons.clip(reason, REASON_SHOWN) + "'");
  }
}
