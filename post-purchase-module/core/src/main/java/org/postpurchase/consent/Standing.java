package org.postpurchase.consent;

import static java.util.Objects.requireNonNull;

import java.util.List;
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

  static Standing of(List<Suppression> holding, Optional<ConsentRecord> last) {
    return new Standing(permission(holding, last), silence(holding));
  }

  static ContactPermission permission(List<Suppression> holding, Optional<ConsentRecord> last) {
    if (!holding.isEmpty()) {
      return ContactPermission.OPTED_OUT;
    }
    if (!last.isPresent()) {
      return ContactPermission.NO_CONSENT;
    }
    return last.get().decision == ConsentDecision.GRANTED
        ? ContactPermission.ALLOWED
        : ContactPermission.OPTED_OUT;
  }

  static Optional<String> silence(List<Suppression> holding) {
    return holding.stream()
        .filter(s -> s.scope == Suppression.Scope.ALL)
        .map(s -> s.reason)
        .findFirst();
  }
}
