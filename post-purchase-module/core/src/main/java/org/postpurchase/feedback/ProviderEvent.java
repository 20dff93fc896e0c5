package org.postpurchase.feedback;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.postpurchase.shared.Reasons;

/** One thing that a provider has reported. Immutable. */
public final class ProviderEvent {
  private static final int DETAIL_MAX = 500;
  private static final int KEY_MAX = 200;
  private static final int ADDRESS_MAX = 254;

  /** What it says. The names are stored and never change their meaning. */
  public enum Kind {
    /** It has arrived. */
    DELIVERED,
    /** There is no such address or number, for good. */
    HARD_BOUNCE,
    /** It could not be delivered now; a full mailbox, a server that is away. */
    SOFT_BOUNCE,
    /**
     * Refused because of the shop: reputation, authentication, rates. Says nothing of the person.
     */
    SENDER_FAULT,
    /** The reader has marked it as spam. */
    COMPLAINT,
    /** The reader has told the provider to stop. */
    OPTED_OUT,
    /** A message to the shop. */
    INBOUND,
    /** A request whose signature was wrong. */
    FORGED,
    /** A provider asks the shop's staff to confirm that it may send events. */
    CONFIRMATION,
    /** Anything else, such as one more step on the way. */
    OTHER
  }

  /** Who reported it, such as {@code twilio}. */
  public final String provider;

  /** Unique for the provider. */
  public final String key;

  public final Kind kind;

  /** Mail address or number it is about; empty for none. */
  public final String address;

  /** In the words of the provider, cut. */
  public final String detail;

  /** When it was taken; null before that. */
  public final Instant at;

  public ProviderEvent(
      String provider, String key, Kind kind, String address, String detail, Instant at) {
    this.provider = requireNonNull(provider, "provider");
    this.key = cut(requireNonNull(key, "key"));
    this.kind = requireNonNull(kind, "kind");
    this.address = address.length() > ADDRESS_MAX ? "" : address;
    this.detail = Reasons.clip(requireNonNull(detail, "detail"), DETAIL_MAX);
    this.at = at;
  }

  /** Long keys keep their end, where they differ. */
  private static String cut(String key) {
    return key.length() <= KEY_MAX
        ? key
        : Integer.toHexString(key.hashCode()) + ':' + key.substring(key.length() - KEY_MAX + 10);
  }
}
