package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.ContentKind;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Shop;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/**
 * The address behind which the reader of a message can stop further ones. Its token holds the
 * reader's address and language, sealed, so that it works for its two years whatever rows are
 * deleted meanwhile. Tokens of versions before that name their message and need its row.
 */
public final class UnsubscribeLinks {
  /** Path of the page on the shop's site; the token follows. */
  public static final String PATH = "/post-purchase/unsubscribe/";

  private final Supplier<Shop> shop;
  private final LinkSigner signer;
  private Channels channels;

  public UnsubscribeLinks(Supplier<Shop> shop, LinkSigner signer) {
    this.shop = shop;
    this.signer = signer;
  }

  /** Links of further channels stop messages by those alone; to be told before the first link. */
  public UnsubscribeLinks by(Channels all) {
    channels = all;
    return this;
  }

  /** Who reads a message, and in which language. */
  public static final class Reader {
    /** As the message was addressed. */
    public final EmailAddress address;

    public final Locale locale;

    /** Consent key of the channel that the message came by; empty for the shop's main one. */
    public final String channel;

    Reader(EmailAddress address, Locale locale, String channel) {
      this.address = requireNonNull(address, "address");
      this.locale = requireNonNull(locale, "locale");
      this.channel = requireNonNull(channel, "channel");
    }

    private static Locale locale(String code) {
      return Locale.forLanguageTag(code.replace('_', '-'));
    }
  }

  /** Short where the message is text alone, whose every sign costs; such a link needs its row. */
  public String of(Message message) {
    Recipient recipient = message.content.recipient;
    boolean text =
        channels != null
            && channels
                .find(recipient.channel)
                .map(channel -> channel.content() == ContentKind.TEXT)
                .orElse(false);
    return shop.get().url
        + PATH
        + (text
            ? signer.token(LinkPurpose.UNSUBSCRIBE, message.id)
            : token(recipient, message.content.localeCode));
  }

  private String token(Recipient recipient, String localeCode) {
    boolean isMailbox = EmailAddress.stored(recipient.address).key().equals(recipient.contact);
    String reader =
        isMailbox ? recipient.address : recipient.contact + '\n' + consentKey(recipient);
    return signer.seal(LinkPurpose.UNSUBSCRIBE, localeCode + '\n' + reader);
  }

  /** Of a message whose link names it. */
  private Reader reader(Message message) {
    Recipient recipient = message.content.recipient;
    EmailAddress address = EmailAddress.stored(recipient.address);
    Locale locale = Reader.locale(message.content.localeCode);
    return address.key().equals(recipient.contact)
        ? new Reader(address, locale, "")
        : new Reader(EmailAddress.stored(recipient.contact), locale, consentKey(recipient));
  }

  private String consentKey(Recipient recipient) {
    return channels == null ? recipient.channel : channels.consentKey(recipient.channel);
  }

  /**
   * The reader of the message that the link was in.
   *
   * @param messages finds the message of a token that names one; empty when it is not kept any more
   * @throws org.postpurchase.tracking.LinkRefusedException when the token is not good
   */
  public Optional<Reader> read(String token, LongFunction<Optional<Message>> messages) {
    if (!LinkSigner.isSealed(LinkPurpose.UNSUBSCRIBE, token)) {
      return messages.apply(signer.read(LinkPurpose.UNSUBSCRIBE, token)).map(this::reader);
    }
    String[] content = signer.open(LinkPurpose.UNSUBSCRIBE, token).split("\n", 3);
    return Optional.of(
        new Reader(
            EmailAddress.stored(content[1]),
            Reader.locale(content[0]),
            content.length > 2 ? content[2] : ""));
  }
}
