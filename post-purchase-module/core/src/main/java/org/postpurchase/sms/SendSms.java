package org.postpurchase.sms;

import java.time.Clock;
import org.postpurchase.messaging.ChannelConnection;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.shared.Transactions;

/**
 * Hands messages to the provider and keeps what it said about them. What the provider took is known
 * even if this node dies right after: its callback names the message.
 */
public final class SendSms {
  private final SmsSettings settings;
  private final SmsProvider provider;
  private final SmsLog log;
  private final StopNumber stop;
  private final Transactions transactions;
  private final Clock clock;

  public SendSms(
      SmsSettings settings,
      SmsProvider provider,
      SmsLog log,
      StopNumber stop,
      Transactions transactions,
      Clock clock) {
    this.settings = settings;
    this.provider = provider;
    this.log = log;
    this.stop = stop;
    this.transactions = transactions;
    this.clock = clock;
  }

  ChannelConnection connection() {
    return new ChannelConnection() {
      @Override
      public SendOutcome send(OutgoingMessage message) {
        return SendSms.this.send(message);
      }

      @Override
      public void close() {
        // each message has a connection of its own
      }
    };
  }

  private SendOutcome send(OutgoingMessage message) {
    String reference = message.mimeMessageId;
    SmsResult result =
        provider.send(
            message.recipient,
            message.content.text.trim(),
            SmsCallbacks.status(settings, reference));
    if (result.optedOut) {
      transactions.run(() -> stop.of(message.recipient, result.outcome.reason));
    } else if (result.outcome.addressGone) {
      transactions.run(() -> stop.unreachable(message.recipient, result.outcome.reason));
    } else if (result.outcome.kind == SendOutcome.Kind.ACCEPTED) {
      transactions.run(
          () -> log.taken(provider.key(), reference, message.recipient, result, clock.instant()));
    }
    return result.outcome;
  }
}
