package org.postpurchase.messaging.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.messaging.Addressee;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.ChannelConnection;
import org.postpurchase.messaging.ContentKind;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;

/** E-mail by the shop's mail server. */
final class SmtpChannel implements Channel {
  private static final String KEY = "EMAIL";

  private final Supplier<SmtpSettings> settings;

  SmtpChannel(Supplier<SmtpSettings> settings) {
    this.settings = settings;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return locale.getLanguage().equals("de") ? "E-Mail" : "E-mail";
  }

  @Override
  public ContentKind content() {
    return ContentKind.MAIL;
  }

  @Override
  public Optional<Recipient> recipientOf(Addressee person) {
    try {
      return Optional.of(Recipient.mailbox(KEY, EmailAddress.of(person.email)));
    } catch (InvalidEmailAddressException e) {
      return Optional.empty();
    }
  }

  /** In ASCII, as the protocol wants it. */
  @Override
  public String handedOver(String address) {
    return EmailAddress.stored(address).ascii();
  }

  @Override
  public ChannelConnection connect() {
    return new SmtpConnection(settings);
  }
}
