package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.postpurchase.shared.EmailAddress;

/** One person's run through one series version. */
public final class Enrollment {
  public final long id;
  public final long seriesId;

  /** The frozen version that the person entered on and keeps. */
  public final long versionId;

  /** The mailbox, by its {@link EmailAddress#key()}. */
  public final String contact;

  public final long customerId;

  /**
   * The order that made the person enter; 0 when it was a {@link org.postpurchase.moment.Moment}.
   */
  public final long orderId;

  public final EnrollmentState state;

  /** Why it ended; null while it has not, or when it was completed. */
  public final ReasonCode reason;

  public final Instant enteredAt;

  /** Null while it is active. */
  public final Instant endedAt;

  public Enrollment(
      long id,
      long seriesId,
      long versionId,
      Person person,
      EnrollmentState state,
      ReasonCode reason,
      Instant enteredAt,
      Instant endedAt) {
    this.id = id;
    this.seriesId = seriesId;
    this.versionId = versionId;
    this.contact = person.contact;
    this.customerId = person.customerId;
    this.orderId = person.orderId;
    this.state = requireNonNull(state, "state");
    this.reason = reason;
    this.enteredAt = requireNonNull(enteredAt, "enteredAt");
    this.endedAt = endedAt;
  }

  /** The same run once it has ended. */
  Enrollment ended(RunEnd end) {
    return new Enrollment(
        id,
        seriesId,
        versionId,
        new Person(contact, customerId, orderId),
        end.state,
        end.reason,
        enteredAt,
        end.at);
  }

  /** Who enters, with which order. */
  public static final class Person {
    public final String contact;
    public final long customerId;
    public final long orderId;

    public Person(String contact, long customerId, long orderId) {
      this.contact = EmailAddress.keyOf(requireNonNull(contact, "contact"));
      this.customerId = customerId;
      this.orderId = orderId;
    }
  }
}
