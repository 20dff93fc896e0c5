package org.postpurchase.referral;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;

/** Somebody with a link of their own. Immutable. */
public final class Advocate {
  public final long id;
  public final long programmeId;

  /** Key of the mailbox. */
  public final String contact;

  /** Zero for a guest. */
  public final long customerId;

  /** Whose account points go to. */
  public final String ownerKey;

  /** As friends read it; may be empty. */
  public final String firstName;

  public final Locale locale;
  public final String code;
  public final boolean suspended;
  public final int termsVersion;
  public final Instant joinedAt;

  public Advocate(long id, NewAdvocate from, String code, boolean suspended, Instant joinedAt) {
    this.id = id;
    this.programmeId = from.programmeId;
    this.contact = from.contact;
    this.customerId = from.customerId;
    this.ownerKey = from.ownerKey;
    this.firstName = from.firstName;
    this.locale = from.locale;
    this.termsVersion = from.termsVersion;
    this.code = requireNonNull(code, "code");
    this.suspended = suspended;
    this.joinedAt = requireNonNull(joinedAt, "joinedAt");
  }

  /** Who asks for a link. */
  public static final class NewAdvocate {
    public final long programmeId;
    public final String contact;
    public final long customerId;
    public final String ownerKey;
    public final String firstName;
    public final Locale locale;
    final int termsVersion;

    public NewAdvocate(
        ReferralProgramme programme, String contact, long customerId, String ownerKey) {
      this(programme.id, contact, customerId, ownerKey, "", Locale.ROOT, programme.termsVersion);
    }

    /** As it was kept. */
    public NewAdvocate(
        long programmeId,
        String contact,
        long customerId,
        String ownerKey,
        String firstName,
        Locale locale,
        int termsVersion) {
      this.programmeId = programmeId;
      this.contact = requireNonNull(contact, "contact");
      this.customerId = customerId;
      this.ownerKey = requireNonNull(ownerKey, "ownerKey");
      this.firstName = requireNonNull(firstName, "firstName");
      this.locale = requireNonNull(locale, "locale");
      this.termsVersion = termsVersion;
    }

    public NewAdvocate called(String name, Locale language) {
      return new NewAdvocate(
          programmeId, contact, customerId, ownerKey, name, language, termsVersion);
    }

    public int termsVersion() {
      return termsVersion;
    }
  }
}
