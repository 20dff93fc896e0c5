package org.postpurchase.messaging.mail;

import java.util.function.Supplier;
import org.postpurchase.messaging.Channel;

/** The one door to the mail channel. */
public final class MailModule {
  private MailModule() {}

  /**
   * A channel over SMTP; the settings are asked for at each connection, so a change needs no
   * restart.
   */
  public static Channel smtp(Supplier<SmtpSettings> settings) {
    return new SmtpChannel(settings);
  }
}
