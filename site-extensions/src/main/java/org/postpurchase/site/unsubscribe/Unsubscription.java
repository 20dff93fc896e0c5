package org.postpurchase.site.unsubscribe;

import java.util.Locale;
import java.util.Optional;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.series.UnsubscribeLinks;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tracking.LinkRefusedException;

/** What a token stands for, and what can be done with it. */
public final class Unsubscription {
  private final UnsubscribeLinks links;
  private final MessageStore messages;
  private final Consents consents;
  private final Transactions transactions;

  public Unsubscription(
      UnsubscribeLinks links, MessageStore messages, Consents consents, Transactions transactions) {
    this.links = links;
    this.messages = messages;
    this.consents = consents;
    this.transactions = transactions;
  }

  /** The reader of one message. */
  static final class Reader {
    final String contact;
    final Locale locale;

    Reader(String contact, Locale locale) {
      this.contact = contact;
      this.locale = locale;
    }

    /** Enough to recognise one's own address by, and too little to learn another's. */
    String masked() {
      int at = contact.lastIndexOf('@');
      return at < 1 ? "…" : contact.substring(0, 1) + "…" + contact.substring(at);
    }
  }

  /**
   * Empty when the message is not kept any more.
   *
   * @throws LinkRefusedException when the token is not good
   */
  Optional<Reader> reader(String token) {
    long id = links.read(token);
    return transactions.call(() -> messages.find(id)).map(Unsubscription::reader);
  }

  private static Reader reader(Message message) {
    return new Reader(
        EmailAddress.stored(message.content.recipient.toString()).normalised(),
        Locale.forLanguageTag(message.content.localeCode.replace('_', '-')));
  }

  /** Whether nothing is sent there any more already. */
  boolean isDone(Reader reader) {
    return consents.permission(reader.contact) == ContactPermission.OPTED_OUT;
  }

  /** Stops advertising to the reader; repeating it changes nothing. */
  void stop(Reader reader, ConsentSource source, String textShown) {
    consents.unsubscribe(reader.contact, source, textShown, reader.locale.toLanguageTag());
  }
}
