package org.postpurchase.shared;

/** Text that is no JSON, or more deeply nested than any that is meant to be read. */
public final class UnreadableJsonException extends PostPurchaseException {
  public UnreadableJsonException(String message) {
    super(message);
  }

  public UnreadableJsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
