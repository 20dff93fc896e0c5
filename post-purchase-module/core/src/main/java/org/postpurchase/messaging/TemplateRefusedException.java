package org.postpurchase.messaging;

import org.postpurchase.shared.PostPurchaseException;

/**
 * A template cannot be rendered as it stands. The message says where and why, for the person who
 * can change it.
 */
public class TemplateRefusedException extends PostPurchaseException {
  public TemplateRefusedException(String where, String problem, Throwable cause) {
    super("Template '" + where + "': " + problem, cause);
  }
}
