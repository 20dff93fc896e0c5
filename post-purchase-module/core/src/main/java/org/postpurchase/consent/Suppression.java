package org.postpurchase.consent;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.postpurchase.shared.EmailAddress;

/** An address that must be left alone, and to which extent. */
public final class Suppression {
  /** Longest reason that can be kept. */
  public static final int REASON_MAX = 200;

  /** How much is held back. */
  public enum Scope {
    /** Advertising only: receipts and thank-yous still go out. */
    MARKETING,
    /** Everything, such as after a permanent bounce. */
    ALL
  }

  public final long id;

  /** The mailbox, by its {@link EmailAddress#key()}. */
  public final String contact;

  public final Scope scope;

  /** Why, in words or as the source's name. */
  public final String reason;

  public final Instant since;

  /** When it ended; null while it holds. */
  public final Instant liftedAt;

  public Suppression(
      long id, String contact, Scope scope, String reason, Instant since, Instant liftedAt) {
    this.id = id;
    this.contact = EmailAddress.keyOf(requireNonNull(contact, "contact"));
    this.scope = requireNonNull(scope, "scope");
    this.reason = requireNonNull(reason, "reason");
    this.since = requireNonNull(since, "since");
    this.liftedAt = liftedAt;
  }

  public boolean holds() {
    return liftedAt == null;
  }
}
