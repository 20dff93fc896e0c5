package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.OptionalLong;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Reasons;

/** The stored verdict on one considered touch. The key makes it unique. */
public final class TouchDecision {
  public final String key;
  public final String touch;
  public final long orderId;
  public final Verdict verdict;
  public final ReasonCode reason;
  public final Instant decidedAt;
  public final OptionalLong messageId;

  /** Enrollment it was decided in; 0 for none. */
  public final long enrollmentId;

  /** Step it was decided about; empty for none. */
  public final String stepKey;

  /** The mailbox, by its {@link EmailAddress#key()}; empty when unknown. */
  public final String contact;

  /** What the reason code alone does not tell, at most 1,000 characters. */
  public final String detail;

  /** A verdict outside any enrollment. */
  public TouchDecision(
      String key,
      String touch,
      long orderId,
      Verdict verdict,
      ReasonCode reason,
      Instant decidedAt,
      OptionalLong messageId) {
    this(key, touch, orderId, verdict, reason, decidedAt, messageId, Place.NOWHERE, "");
  }

  public TouchDecision(
      String key,
      String touch,
      long orderId,
      Verdict verdict,
      ReasonCode reason,
      Instant decidedAt,
      OptionalLong messageId,
      Place place,
      String detail) {
    this.key = requireNonNull(key, "key");
    this.touch = requireNonNull(touch, "touch");
    this.orderId = orderId;
    this.verdict = requireNonNull(verdict, "verdict");
    this.reason = requireNonNull(reason, "reason");
    this.decidedAt = requireNonNull(decidedAt, "decidedAt");
    this.messageId = requireNonNull(messageId, "messageId");
    this.enrollmentId = place.enrollmentId;
    this.stepKey = place.stepKey;
    this.contact = place.contact;
    this.detail = Reasons.clip(requireNonNull(detail, "detail"));
  }

  /** Whose touch it is, and where in which series. */
  public static final class Place {
    public static final Place NOWHERE = new Place(0, "", "");

    final long enrollmentId;
    final String stepKey;
    final String contact;

    public Place(long enrollmentId, String stepKey, String contact) {
      this.enrollmentId = enrollmentId;
      this.stepKey = requireNonNull(stepKey, "stepKey");
      this.contact = EmailAddress.keyOf(requireNonNull(contact, "contact"));
    }
  }
}
