package org.postpurchase.sms;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.shared.Transactions;

/**
 * What one person says about text messages on a page that a link to the mailbox opens. A no counts
 * at once. A yes is not one yet: the mailbox does not prove whose telephone it is, so the number is
 * asked to answer YES, at most once in 30 days. Saying the same again changes nothing.
 */
public final class SmsChoices {
  private final PhoneStore phones;
  private final Consents consents;
  private final MessageStore messages;
  private final Transactions transactions;
  private final Clock clock;

  /**
   * @param consents of this channel
   */
  public SmsChoices(
      PhoneStore phones,
      Consents consents,
      MessageStore messages,
      Transactions transactions,
      Clock clock) {
    this.phones = requireNonNull(phones, "phones");
    this.consents = requireNonNull(consents, "consents");
    this.messages = requireNonNull(messages, "messages");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /** How things stand with the person's newest number. Immutable. */
  public static final class State {
    /** Enough of it to recognise one's own. */
    public final String shownNumber;

    /** Whether advertising may be sent there. */
    public final boolean on;

    /** Whether the number has been asked and has not answered. */
    public final boolean asked;

    /** Whether its holder has texted STOP: only the number itself can take that back. */
    public final boolean stopped;

    State(Phone phone, boolean on) {
      String digits = phone.number;
      shownNumber = "\u2026" + digits.substring(Math.max(0, digits.length() - 3));
      this.on = on;
      asked = !on && phone.state == Phone.State.ASKED;
      stopped = phone.state == Phone.State.STOPPED;
    }
  }

  /** Empty for a person of whom no number is known, or none that gets text messages. */
  public Optional<State> of(String contact) {
    return transactions.call(() -> newest(contact).map(phone -> state(phone, contact)));
  }

  private State state(Phone phone, String contact) {
    boolean on =
        phone.state == Phone.State.CONFIRMED
            && consents.permission(contact) == ContactPermission.ALLOWED;
    return new State(phone, on);
  }

  /** A confirmed one before those that were typed later. */
  private Optional<Phone> newest(String contact) {
    List<Phone> all =
        phones
            .ofContacts(Collections.singleton(contact))
            .getOrDefault(contact, Collections.emptyList());
    Optional<Phone> confirmed =
        all.stream().filter(phone -> phone.state == Phone.State.CONFIRMED).findFirst();
    return confirmed.isPresent()
        ? confirmed
        : all.stream().filter(phone -> phone.state != Phone.State.UNREACHABLE).findFirst();
  }

  /**
   * Saves what was chosen and returns how things stand then.
   *
   * @param textShown what the person read beside the box
   */
  public Optional<State> save(String contact, boolean wanted, String textShown, String localeCode) {
    return transactions.call(
        () -> {
          Optional<Phone> known = newest(contact);
          known.ifPresent(phone -> choose(phone, wanted, textShown, localeCode));
          return newest(contact).map(phone -> state(phone, contact));
        });
  }

  private void choose(Phone phone, boolean wanted, String textShown, String localeCode) {
    Instant now = clock.instant();
    boolean on = state(phone, phone.contact).on;
    if (on && !wanted) {
      consents.unsubscribe(phone.contact, ConsentSource.UNSUBSCRIBE_PAGE, textShown, localeCode);
      put(phone.but().state(Phone.State.KNOWN).build(), now);
    } else if (!on && wanted && AskForYes.mayBeAsked(phone, now)) {
      Phone asked = phone.but().state(Phone.State.ASKED).asked(textShown, now).build();
      put(asked, now);
      messages.queueAll(
          Collections.singletonList(AskForYes.question(asked, ":" + now.getEpochSecond() / 86_400)),
          now);
    }
  }

  private void put(Phone phone, Instant now) {
    phones.put(Collections.singleton(phone), now);
  }
}
