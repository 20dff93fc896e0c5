package org.postpurchase.helpdesk;

import org.postpurchase.shared.PostPurchaseException;

/** A webhook was not delivered, for a reason that a person can read. It is tried again later. */
public final class HookFailedException extends PostPurchaseException {
  private static final long serialVersionUID = 1;

  HookFailedException(String message) {
    super(message);
  }

  HookFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
