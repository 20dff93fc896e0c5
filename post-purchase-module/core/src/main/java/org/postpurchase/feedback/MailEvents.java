package org.postpurchase.feedback;

import java.util.List;

/**
 * Reads what one provider of mail reports. Safe for use by several threads.
 *
 * <p>Another provider is one more class of this type.
 */
public interface MailEvents {
  /** Part of the address that it calls: 2 to 12 lower-case letters, never changed. */
  String provider();

  /** Whether the request is from the provider. Nothing of it may be believed before. */
  boolean isGenuine(CallbackRequest request);

  /**
   * What it says; what it says of other things than mails is left out.
   *
   * @throws org.postpurchase.shared.PostPurchaseException when it cannot be read
   */
  List<ProviderEvent> read(CallbackRequest request);
}
