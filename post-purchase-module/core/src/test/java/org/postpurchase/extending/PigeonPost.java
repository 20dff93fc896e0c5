package org.postpurchase.extending;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postpurchase.messaging.Addressee;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.ChannelConnection;
import org.postpurchase.messaging.ChannelLimits;
import org.postpurchase.messaging.ContentKind;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.messaging.SendOutcome;

/** Short notes by carrier pigeon, to customers with an account and a loft. */
public final class PigeonPost implements Channel {
  public final List<String> flown = new CopyOnWriteArrayList<>();
  public volatile boolean hawkInTheAir;

  @Override
  public String key() {
    return "PIGEON";
  }

  @Override
  public String label(Locale locale) {
    return locale.getLanguage().equals("de") ? "Brieftaube" : "Carrier pigeon";
  }

  @Override
  public ContentKind content() {
    return ContentKind.TEXT;
  }

  @Override
  public ChannelLimits limits() {
    return ChannelLimits.NONE.characters(160).connections(1);
  }

  @Override
  public Optional<Recipient> recipientOf(Addressee person) {
    return person.customerId == 0
        ? Optional.empty()
        : Optional.of(Recipient.of(key(), "loft " + person.customerId, person.contact));
  }

  @Override
  public ChannelConnection connect() {
    return new ChannelConnection() {
      @Override
      public SendOutcome send(OutgoingMessage note) {
        if (hawkInTheAir) {
          return SendOutcome.unreachable("a hawk is in the air");
        }
        flown.add(note.recipient + ": " + note.content.text);
        return SendOutcome.accepted();
      }

      @Override
      public void close() {}
    };
  }
}
