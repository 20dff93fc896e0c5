package org.postpurchase.shared;

/** Why a message is sent; decides what an unclear outcome means (ADR-0006). */
public enum Purpose {
  /**
   * Part of the order itself. Sent at least once: an unclear outcome is tried again with the same
   * Message-ID.
   */
  TRANSACTIONAL,
  /**
   * Advertising. Sent at most once: an unclear outcome becomes UNCERTAIN and is never repeated
   * silently.
   */
  MARKETING
}
