package org.postpurchase.site.unsubscribe;

import java.util.Locale;
import java.util.Optional;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.series.UnsubscribeLinks;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tracking.LinkRefusedException;

/** What a token stands for, and what can be done with it. */
final class Unsubscription {
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
    final String channel;
    private final String address;

    Reader(UnsubscribeLinks.Reader reader) {
      contact = reader.address.key();
      address = reader.address.toString();
      locale = reader.locale;
      channel = reader.channel;
    }

    /** Enough to recognise one's own address by, and too little to learn another's. */
    String masked() {
      int at = address.lastIndexOf('@');
      return at < 1 ? "\u2026" : address.substring(0, 1) + "\u2026" + address.substring(at);
    }
  }

  /**
   * Empty when the message of an older link is not kept any more.
   *
   * @throws LinkRefusedException when the token is not good
   */
  Optional<Reader> reader(String token) {
    return links.read(token, id -> transactions.call(() -> messages.find(id))).map(Reader::new);
  }

  /** Whether nothing is sent there any more already. */
  boolean isDone(Reader reader) {
    return consents(reader).permission(reader.contact) == ContactPermission.OPTED_OUT;
  }

  private Consents consents(Reader reader) {
    return reader.channel.isEmpty() ? consents : consents.by(reader.channel);
  }

  /** Stops advertising to the reader; repeating it changes nothing. */
  void stop(Reader reader, ConsentSource source, String textShown) {
    consents(reader).unsubscribe(reader.contact, source, textShown, reader.locale.toLanguageTag());
  }

  /**
   * Takes that back on the reader's word; repeating it changes nothing. Returns false when the shop
   * itself has suppressed the address, which stays.
   */
  boolean resume(Reader reader, String textShown) {
    return consents(reader).confirmed(reader.contact, textShown, reader.locale.toLanguageTag());
  }
}
