package org.postpurchase.shared;

/**
 * Root of everything this plugin throws on purpose.
 *
 * <p>Each subclass names one failure and carries the values a person needs to act on it, in fields
 * and in the message.
 */
public class PostPurchaseException extends RuntimeException {
  public PostPurchaseException(String message) {
    super(message);
  }

  public PostPurchaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
