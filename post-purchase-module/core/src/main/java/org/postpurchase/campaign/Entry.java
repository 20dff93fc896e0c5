package org.postpurchase.campaign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ErasedMailbox;

/** Somebody takes part in a campaign, once for each mailbox. Immutable. */
public final class Entry {
  /** Of entries by the form, which needs no purchase. */
  public static final String FREE = "FREE";

  /** Of entries by a photo. */
  public static final String UPLOAD = "UPLOAD";

  /** 0 before it is stored. */
  public final long id;

  public final long campaignId;
  public final EmailAddress email;

  /** 0 for a guest. */
  public final long customerId;

  /** Trigger of a moment, or one of the two above. */
  public final String source;

  public final Locale locale;

  /** From 1 for winners; 0 for the others. */
  public final int place;

  public final Instant enteredAt;

  /** Who takes part. Immutable. */
  public static final class Person {
    final EmailAddress email;
    final long customerId;
    final Locale locale;

    /**
     * @param customerId 0 for a guest
     */
    public Person(EmailAddress email, long customerId, Locale locale) {
      this.email = requireNonNull(email, "email");
      this.customerId = customerId;
      this.locale = requireNonNull(locale, "locale");
    }
  }

  /** Whether the person has had everything erased since: nobody could be given a prize. */
  public boolean isErased() {
    return ErasedMailbox.isPseudonym(email.key());
  }

  public Entry(
      long id, long campaignId, Person person, String source, int place, Instant enteredAt) {
    this.id = id;
    this.campaignId = campaignId;
    this.email = person.email;
    this.customerId = person.customerId;
    this.locale = person.locale;
    this.source = requireNonNull(source, "source");
    this.place = place;
    this.enteredAt = requireNonNull(enteredAt, "enteredAt");
  }
}
