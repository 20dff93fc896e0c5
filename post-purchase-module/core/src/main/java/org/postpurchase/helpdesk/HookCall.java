package org.postpurchase.helpdesk;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A webhook that waits to be delivered. It names the case and holds nothing about it. */
public final class HookCall {
  public final long id;

  /** 0 for a test. */
  public final long caseId;

  public final HookEvent event;
  public final Instant at;

  public HookCall(long id, long caseId, HookEvent event, Instant at) {
    this.id = id;
    this.caseId = caseId;
    this.event = requireNonNull(event, "event");
    this.at = requireNonNull(at, "at");
  }

  /** The same at every attempt, so that a receiver can tell a repetition. */
  String messageId() {
    return "pp-case-call-" + id;
  }
}
