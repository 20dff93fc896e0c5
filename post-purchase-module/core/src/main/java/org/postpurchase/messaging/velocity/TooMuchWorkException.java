package org.postpurchase.messaging.velocity;

import org.postpurchase.messaging.TemplateRefusedException;

/** A rendering was stopped because it did, or wrote, more than one mail can need. */
final class TooMuchWorkException extends TemplateRefusedException {
  TooMuchWorkException(String where, String problem) {
    super(where, problem, null);
  }
}
