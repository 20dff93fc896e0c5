package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.Reasons;

/** What became of one hand-over, and if it failed, whose fault that was (ADR-0030). */
public final class SendOutcome {
  /** Whose fault it was. Only the first two end a message. */
  public enum Kind {
    /** The server took responsibility. */
    ACCEPTED,
    /** The address does not take it. */
    RECIPIENT,
    /** This mail as it is written. */
    CONTENT,
    /** The shop: its address, account, quota, settings or reputation. */
    SENDER,
    /** The mail server or the line to it; trying later makes sense. */
    SERVER,
    /**
     * The server may or may not have it: the connection broke after the whole mail was handed over.
     */
    UNCLEAR
  }

  public final Kind kind;

  /** At most 1,000 characters. */
  public final String reason;

  /** Trying this mail again is pointless. */
  public final boolean lasting;

  /** Every other mail would meet the same: the channel rests. */
  public final boolean stopsChannel;

  /** The server knows no such address. */
  public final boolean addressGone;

  /** It stops the channel, but may be about this mail alone: who opened is told by what follows. */
  public final boolean maybeThisMail;

  private SendOutcome(
      Kind kind,
      String reason,
      boolean lasting,
      boolean stopsChannel,
      boolean addressGone,
      boolean maybeThisMail) {
    this.kind = requireNonNull(kind, "kind");
    this.reason = Reasons.clip(requireNonNull(reason, "reason"));
    this.lasting = lasting;
    this.stopsChannel = stopsChannel;
    this.addressGone = addressGone;
    this.maybeThisMail = maybeThisMail;
  }

  public static SendOutcome accepted() {
    return new SendOutcome(Kind.ACCEPTED, "", false, false, false, false);
  }

  /** The usual of its kind: RECIPIENT and CONTENT last, SENDER stops the channel. */
  public static SendOutcome of(Kind kind, String reason) {
    boolean lasting = kind == Kind.RECIPIENT || kind == Kind.CONTENT;
    return new SendOutcome(kind, reason, lasting, kind == Kind.SENDER, false, false);
  }

  /** The same fault, but it may be over later. */
  public static SendOutcome passing(Kind kind, String reason) {
    return new SendOutcome(kind, reason, false, kind == Kind.SENDER, false, false);
  }

  /** The server cannot be reached or takes nothing at all. */
  public static SendOutcome unreachable(String reason) {
    return new SendOutcome(Kind.SERVER, reason, false, true, false, false);
  }

  /** No such address, says its server. */
  public static SendOutcome addressGone(String reason) {
    return new SendOutcome(Kind.RECIPIENT, reason, true, false, true, false);
  }

  /** The same, met by one mail after the server had taken the shop as a sender. */
  public SendOutcome maybeOfThisMail() {
    return new SendOutcome(kind, reason, lasting, stopsChannel, addressGone, stopsChannel);
  }
}
