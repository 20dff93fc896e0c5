package org.postpurchase.consent;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.postpurchase.shared.EmailAddress;

/**
 * One yes or no, as it was given: about marketing by one channel, or about keeping what somebody
 * looks at. Never changed.
 */
public final class ConsentRecord {
  public static final String MARKETING = "MARKETING";
  public static final String PROFILING = "PROFILING";

  /** Unique: the same happening is recorded once. */
  public final String key;

  /** The mailbox, by its {@link EmailAddress#key()}. */
  public final String contact;

  public final ConsentDecision decision;

  /**
   * {@link Consents#CONSENT} for a yes that counts, {@link Consents#SOFT_OPT_IN} where nobody was
   * asked, {@link Consents#UNCONFIRMED} for one that does not; empty for a withdrawal.
   */
  public final String basis;

  public final ConsentSource source;

  /** What the person read when deciding; empty where nothing was shown. */
  public final String textShown;

  public final String localeCode;

  /** The order during which it was given; 0 for none. */
  public final long orderId;

  public final Instant recordedAt;

  /** {@link #MARKETING} or {@link #PROFILING}. */
  public final String purpose;

  public ConsentRecord(
      String key,
      String contact,
      ConsentDecision decision,
      String basis,
      ConsentSource source,
      Shown shown,
      long orderId,
      Instant recordedAt) {
    this.key = requireNonNull(key, "key");
    this.contact = EmailAddress.keyOf(requireNonNull(contact, "contact"));
    this.decision = requireNonNull(decision, "decision");
    this.basis = requireNonNull(basis, "basis");
    this.source = requireNonNull(source, "source");
    this.textShown = shown.text;
    this.localeCode = shown.localeCode;
    this.orderId = orderId;
    this.recordedAt = requireNonNull(recordedAt, "recordedAt");
    this.purpose = MARKETING;
  }

  private ConsentRecord(ConsentRecord same, String purpose) {
    key = same.key;
    contact = same.contact;
    decision = same.decision;
    basis = same.basis;
    source = same.source;
    textShown = same.textShown;
    localeCode = same.localeCode;
    orderId = same.orderId;
    recordedAt = same.recordedAt;
    this.purpose = requireNonNull(purpose, "purpose");
  }

  /** The same about another purpose, as it is stored. */
  public ConsentRecord about(String newPurpose) {
    return new ConsentRecord(this, newPurpose);
  }

  /** Whether it is no word of the person, but an objection that was offered and not made. */
  public boolean isSoft() {
    return basis.equals(Consents.SOFT_OPT_IN);
  }

  /** A text and its language. */
  public static final class Shown {
    public static final Shown NOTHING = new Shown("", "");

    final String text;
    final String localeCode;

    public Shown(String text, String localeCode) {
      this.text = requireNonNull(text, "text");
      this.localeCode = requireNonNull(localeCode, "localeCode");
    }
  }
}
