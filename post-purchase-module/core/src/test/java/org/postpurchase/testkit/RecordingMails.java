package org.postpurchase.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.postpurchase.messaging.Addressee;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.ChannelConnection;
import org.postpurchase.messaging.ContentKind;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.messaging.mail.MailModule;

/** The shop's mail server, which takes everything unless told otherwise. */
public final class RecordingMails implements Channel, ChannelConnection {
  public final List<OutgoingMessage> taken = new CopyOnWriteArrayList<>();
  public final List<OutgoingMessage> tried = new CopyOnWriteArrayList<>();
  public volatile SendOutcome answer = SendOutcome.accepted();

  private final Channel mail =
      MailModule.smtp(
          () -> {
            throw new IllegalStateException("nothing is sent for real");
          });

  @Override
  public String key() {
    return mail.key();
  }

  @Override
  public String label(Locale locale) {
    return mail.label(locale);
  }

  @Override
  public ContentKind content() {
    return mail.content();
  }

  @Override
  public Optional<Recipient> recipientOf(Addressee person) {
    return mail.recipientOf(person);
  }

  @Override
  public String handedOver(String address) {
    return mail.handedOver(address);
  }

  @Override
  public ChannelConnection connect() {
    return this;
  }

  @Override
  public SendOutcome send(OutgoingMessage mail) {
    tried.add(mail);
    if (answer.kind == SendOutcome.Kind.ACCEPTED) {
      taken.add(mail);
    }
    return answer;
  }

  @Override
  public void close() {}

  public List<String> subjects() {
    return taken.stream().map(mail -> mail.content.subject).collect(Collectors.toList());
  }
}
