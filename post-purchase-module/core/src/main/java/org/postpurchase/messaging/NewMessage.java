package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.Purpose;

/** A message to be queued. The key makes it unique: queueing the same key again changes nothing. */
public final class NewMessage {
  public final String key;
  public final String touch;
  public final Purpose purpose;
  public final long orderId;
  public final String templateKey;
  public final String localeCode;
  public final Recipient recipient;

  /** Enrollment it was decided in; 0 for none. */
  public final long enrollmentId;

  /** Step it was decided by; empty for none. */
  public final String stepKey;

  /**
   * Exact version of the template to be sent; 0 for the newest that is switched on. Forgotten when
   * a person sends the message again, so that a corrected text goes out.
   */
  public final int templateVersion;

  /** A message outside any series, in the newest wording. */
  public NewMessage(
      String key,
      String touch,
      Purpose purpose,
      long orderId,
      String templateKey,
      String localeCode,
      Recipient recipient) {
    this(key, touch, purpose, orderId, templateKey, localeCode, recipient, 0, "", 0);
  }

  private NewMessage(
      String key,
      String touch,
      Purpose purpose,
      long orderId,
      String templateKey,
      String localeCode,
      Recipient recipient,
      long enrollmentId,
      String stepKey,
      int templateVersion) {
    this.key = requireNonNull(key, "key");
    this.touch = requireNonNull(touch, "touch");
    this.purpose = requireNonNull(purpose, "purpose");
    this.orderId = orderId;
    this.templateKey = requireNonNull(templateKey, "templateKey");
    this.localeCode = requireNonNull(localeCode, "localeCode");
    this.recipient = requireNonNull(recipient, "recipient");
    this.enrollmentId = enrollmentId;
    this.stepKey = requireNonNull(stepKey, "stepKey");
    this.templateVersion = templateVersion;
  }

  /** The same message as part of an enrollment, in one exact wording (0 for the newest). */
  public NewMessage inSeries(long newEnrollmentId, String newStepKey, int newTemplateVersion) {
    return new NewMessage(
        key,
        touch,
        purpose,
        orderId,
        templateKey,
        localeCode,
        recipient,
        newEnrollmentId,
        newStepKey,
        newTemplateVersion);
  }
}
