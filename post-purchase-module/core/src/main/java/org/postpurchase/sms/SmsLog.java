package org.postpurchase.sms;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** The table of text messages that a provider has taken. Methods join the caller's transaction. */
public interface SmsLog {
  /**
   * A provider has taken the message; nothing changes when a callback was faster.
   *
   * @param reference the message's own id
   */
  void taken(String provider, String reference, String number, SmsResult result, Instant now);

  /**
   * Moves the message to a later state; a state that comes late changes nothing. What it cost is
   * kept whenever it is said first.
   *
   * @return whether the state changed
   */
  boolean advance(String provider, SmsReport report, Instant now);

  /** By the messages' own ids, in one statement; those that were never taken are left out. */
  Map<String, Entry> of(Collection<String> references);

  /** One message as the provider sees it. */
  final class Entry {
    public final String reference;
    public final SmsReport.State state;
    public final int segments;
    public final String errorCode;

    /** Null while nobody has said. */
    public final BigDecimal price;

    public final String currency;

    public Entry(
        String reference,
        SmsReport.State state,
        int segments,
        String errorCode,
        BigDecimal price,
        String currency) {
      this.reference = reference;
      this.state = state;
      this.segments = segments;
      this.errorCode = errorCode;
      this.price = price;
      this.currency = currency;
    }
  }
}
