package org.postpurchase.task;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.messaging.Addressee;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.ChannelConnection;
import org.postpurchase.messaging.ChannelLimits;
import org.postpurchase.messaging.ContentKind;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Transactions;

/**
 * Hands messages to the shop's staff instead of the person: subject and text say what to do,
 * without the footer that tells a mail's reader why it came. A message that is handed over again is
 * the same task.
 *
 * <p>Advertising by it needs a consent of its own, since a call is one: without, such steps are
 * skipped.
 */
public final class StaffChannel implements Channel {
  public static final String KEY = "STAFF";

  /** The last line that begins a mail's footer (RFC 3676, 4.3), and all after it. */
  private static final Pattern FOOTER = Pattern.compile("(?s)(.*\\n)--[ \\t\\r]*\\n.*");

  private final StaffTaskStore store;
  private final Transactions transactions;

  public StaffChannel(StaffTaskStore store, Transactions transactions) {
    this.store = requireNonNull(store, "store");
    this.transactions = requireNonNull(transactions, "transactions");
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in("Task for staff (call, note) | de: Aufgabe (Anruf, Brief)", locale);
  }

  @Override
  public ContentKind content() {
    return ContentKind.TEXT;
  }

  @Override
  public ChannelLimits limits() {
    return ChannelLimits.NONE.characters(4_000).connections(1);
  }

  @Override
  public Optional<Recipient> recipientOf(Addressee person) {
    return person.email.isEmpty()
        ? Optional.empty()
        : Optional.of(Recipient.of(KEY, person.email, person.contact));
  }

  @Override
  public ChannelConnection connect() {
    return new ChannelConnection() {
      @Override
      public SendOutcome send(OutgoingMessage message) {
        transactions.run(
            () ->
                store.add(
                    message.mimeMessageId,
                    message.recipient,
                    new StaffTask.Text(
                        message.content.subject, withoutFooter(message.content.text)),
                    message.date));
        return SendOutcome.accepted();
      }

      @Override
      public void close() {}
    };
  }

  private static String withoutFooter(String text) {
    Matcher footer = FOOTER.matcher(text);
    return footer.matches() ? footer.group(1).trim() : text;
  }
}
