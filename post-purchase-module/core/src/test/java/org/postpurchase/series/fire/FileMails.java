package org.postpurchase.series.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.messaging.Addressee;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.ChannelConnection;
import org.postpurchase.messaging.ContentKind;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.shared.EmailAddress;

/**
 * Mails of several processes: a line with moment, address, subject and id for each that has left.
 */
record FileMails(Path file, Clock clock) implements Channel {
  @Override
  public String key() {
    return "EMAIL";
  }

  @Override
  public String label(Locale locale) {
    return "E-mail";
  }

  @Override
  public ContentKind content() {
    return ContentKind.MAIL;
  }

  @Override
  public Optional<Recipient> recipientOf(Addressee person) {
    return Optional.of(Recipient.mailbox(key(), EmailAddress.of(person.email)));
  }

  @Override
  public ChannelConnection connect() {
    return new ChannelConnection() {
      @Override
      public SendOutcome send(OutgoingMessage mail) {
        String line =
            String.join(
                "\t",
                clock.instant().toString(),
                mail.recipient,
                mail.content.subject,
                mail.mimeMessageId + "\n");
        try (FileChannel out =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
          out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return SendOutcome.accepted();
      }

      @Override
      public void close() {}
    };
  }
}
