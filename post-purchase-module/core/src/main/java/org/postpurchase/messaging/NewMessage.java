package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.EmailAddress;

/** A message to be queued. The key makes it unique: queueing the same key again changes nothing. */
public final class NewMessage {
  public final String key;
  public final String touch;
  public final Purpose purpose;
  public final long orderId;
  public final String templateKey;
  public final String localeCode;
  public final EmailAddress recipient;

  public NewMessage(
      String key,
      String touch,
      Purpose purpose,
      long orderId,
      String templateKey,
      String localeCode,
      EmailAddress recipient) {
    this.key = requireNonNull(key, "key");
    this.touch = requireNonNull(touch, "touch");
    this.purpose = requireNonNull(purpose, "purpose");
    this.orderId = orderId;
    this.templateKey = requireNonNull(templateKey, "templateKey");
    this.localeCode = requireNonNull(localeCode, "localeCode");
    this.recipient = requireNonNull(recipient, "recipient");
  }
}
