package org.postpurchase.sms;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Consents;
import org.postpurchase.feedback.ProviderEvent;
import org.postpurchase.feedback.ProviderEvents;
import org.postpurchase.shared.Transactions;

/**
 * Takes what people answer, each message once. STOP and every other word of refusal ends it at
 * once, YES confirms what was asked, HELP is answered, and whatever else is handed to the staff,
 * while advertising to the person rests; where nobody takes it, it counts as a refusal, since the
 * law lets people refuse in any words.
 */
public final class SmsInbox {
  private final PhoneStore phones;
  private final Consents consents;
  private final StopNumber stop;
  private final ProviderEvents events;
  private final Replies replies;
  private final Transactions transactions;
  private final Clock clock;

  /** Who reads what no rule understands, and what is answered. */
  public static final class Replies {
    final StaffQueue staff;
    final SmsWords words;

    public Replies(StaffQueue staff, SmsWords words) {
      this.staff = staff;
      this.words = words;
    }
  }

  /** Where messages that no rule understands are read. */
  public interface StaffQueue {
    /**
     * Hands it over, in the transaction in which it was taken; advertising to the person rests
     * until somebody has read it.
     *
     * @return false when nobody reads such messages
     */
    boolean put(Phone sender, InboundSms message);
  }

  /**
   * @param consents of this channel
   */
  public SmsInbox(
      PhoneStore phones,
      Consents consents,
      ProviderEvents events,
      Replies replies,
      Transactions transactions,
      Clock clock) {
    this.phones = phones;
    this.consents = consents;
    this.stop = new StopNumber(phones, consents, clock);
    this.events = events;
    this.replies = replies;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns what to answer; empty for nothing. */
  public String take(String provider, InboundSms message) {
    return transactions.call(
        () -> {
          SmsWord word = SmsWord.of(message.text);
          ProviderEvent event =
              new ProviderEvent(
                  provider,
                  "in:" + message.providerId,
                  word == SmsWord.STOP ? ProviderEvent.Kind.OPTED_OUT : ProviderEvent.Kind.INBOUND,
                  message.number,
                  message.text,
                  null);
          if (events.add(Collections.singleton(event), clock.instant()).isEmpty()) {
            return "";
          }
          return answer(word, message);
        });
  }

  private String answer(SmsWord word, InboundSms message) {
    List<Phone> holders = phones.ofNumbers(Collections.singleton(message.number));
    Locale locale =
        holders.stream().findFirst().map(p -> replies.words.locale(p)).orElse(Locale.ENGLISH);
    switch (word) {
      case STOP: // the provider confirms it, and takes nothing more for that number
        stop.of(message.number, message.text);
        return "";
      case HELP:
        return message.answered ? "" : replies.words.help(locale);
      case YES:
        return confirm(message, holders) ? replies.words.thanks(locale) : "";
      default:
        read(message, holders);
        return "";
    }
  }

  /** Only what was asked can be confirmed; returns whether anything was. */
  private boolean confirm(InboundSms message, List<Phone> holders) {
    boolean any = false;
    for (Phone phone : holders) {
      if (phone.askedAt != null && phone.state != Phone.State.CONFIRMED) {
        consents.confirmed(
            phone.number, ConsentSource.SMS_REPLY, phone.textShown, phone.localeCode);
        boolean allowed =
            consents.confirmed(
                phone.contact,
                ConsentSource.SMS_REPLY,
                phone.textShown + " [" + phone.number + ": " + message.text.trim() + "]",
                phone.localeCode);
        if (allowed) {
          phones.put(
              Collections.singleton(phone.but().state(Phone.State.CONFIRMED).build()),
              clock.instant());
          any = true;
        }
      }
    }
    return any && !message.answered;
  }

  private void read(InboundSms message, List<Phone> holders) {
    Optional<Phone> sender = holders.stream().findFirst();
    if (sender.isPresent() && !replies.staff.put(sender.get(), message)) {
      stop.of(message.number, message.text);
    }
  }
}
