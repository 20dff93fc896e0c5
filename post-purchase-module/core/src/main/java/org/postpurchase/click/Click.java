package org.postpurchase.click;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One link of one message that was followed. Immutable. */
public final class Click {
  /** What it is taken for. The names are stored. */
  public enum Verdict {
    /** A person's. */
    COUNTED,
    /** Perhaps a machine's; counts as nothing. */
    DOUBTFUL
  }

  /** Why it is doubtful. The names are stored. */
  public enum Reason {
    /** It counts. */
    NONE,
    /** Three different links of the message within {@link JudgeClick#BURST}. */
    BURST,
    /** Sooner after the hand-over than {@link JudgeClick#NOBODY_READS_IN}. */
    TOO_SOON
  }

  /** From 1, in the order of the mail's HTML. */
  public final int link;

  /** The first time that counts, else the last time. */
  public final Instant at;

  public final Reason reason;

  public Click(int link, Instant at, Reason reason) {
    this.link = link;
    this.at = requireNonNull(at, "at");
    this.reason = requireNonNull(reason, "reason");
  }

  public Verdict verdict() {
    return reason == Reason.NONE ? Verdict.COUNTED : Verdict.DOUBTFUL;
  }
}
