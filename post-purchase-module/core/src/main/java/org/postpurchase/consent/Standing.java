package org.postpurchase.consent;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What may be sent to one mailbox now. Immutable. */
public final class Standing {
  /** Whether advertising may be sent there. */
  public final ContactPermission permission;

  /**
   * Why nothing at all may be sent there, such as the reply of a mail server; empty when it may.
   */
  public final Optional<String> silence;

  Standing(ContactPermission permission, Optional<String> silence) {
    this.permission = requireNonNull(permission, "permission");
    this.silence = requireNonNull(silence, "silence");
  }
}
