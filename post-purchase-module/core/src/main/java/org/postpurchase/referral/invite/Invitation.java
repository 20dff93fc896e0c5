package org.postpurchase.referral.invite;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That a mailbox was invited. It does not hold the address, only what tells it again. Immutable.
 */
public final class Invitation {
  public final long id;
  public final long advocateId;

  /** Hash of the mailbox. */
  public final String mailboxKey;

  public final String localeCode;

  /** Version of the file under which it was lawful. */
  public final String lawVersion;

  public final Instant sentAt;

  public Invitation(
      long id,
      long advocateId,
      String mailboxKey,
      String localeCode,
      String lawVersion,
      Instant sentAt) {
    this.id = id;
    this.advocateId = advocateId;
    this.mailboxKey = requireNonNull(mailboxKey, "mailboxKey");
    this.localeCode = requireNonNull(localeCode, "localeCode");
    this.lawVersion = requireNonNull(lawVersion, "lawVersion");
    this.sentAt = requireNonNull(sentAt, "sentAt");
  }
}
