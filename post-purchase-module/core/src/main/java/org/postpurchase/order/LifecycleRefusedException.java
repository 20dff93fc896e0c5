package org.postpurchase.order;

import org.postpurchase.shared.PostPurchaseException;

/**
 * What was reported about an order cannot be true, or contradicts an earlier report. Nothing was
 * recorded.
 */
public class LifecycleRefusedException extends PostPurchaseException {
  public LifecycleRefusedException(String message) {
    super(message);
  }
}
