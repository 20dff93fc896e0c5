package org.postpurchase.sms;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.messaging.Addressee;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.ChannelConnection;
import org.postpurchase.messaging.ChannelLimits;
import org.postpurchase.messaging.ContentKind;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.messaging.Whereabouts;

/**
 * Text messages to the numbers of orders. A person is reached at the number that answered YES, else
 * at that of the order which the message is about; whether advertising may go there is asked of the
 * consents under this channel's key.
 */
public final class SmsChannel implements Channel {
  public static final String KEY = "SMS";

  /** Ten parts, which providers take and readers bear. */
  private static final int CHARACTERS_MAX = 10 * 153;

  private final PhoneStore phones;
  private final PhoneNumbers numbers;
  private final SendSms send;

  public SmsChannel(PhoneStore phones, PhoneNumbers numbers, SendSms send) {
    this.phones = phones;
    this.numbers = numbers;
    this.send = send;
  }

  @Override
  public Optional<Whereabouts> whereabouts(Recipient to) {
    return numbers
        .parse(to.address, "")
        .filter(number -> !number.country.isEmpty())
        .map(number -> new Whereabouts(number.country, number.region));
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return "SMS";
  }

  @Override
  public ContentKind content() {
    return ContentKind.TEXT;
  }

  @Override
  public ChannelLimits limits() {
    return ChannelLimits.NONE.characters(CHARACTERS_MAX);
  }

  /** Every advertisement may be answered with STOP. */
  @Override
  public boolean stopsByReply() {
    return true;
  }

  @Override
  public Optional<Recipient> recipientOf(Addressee person) {
    return Optional.ofNullable(recipientsOf(Collections.singleton(person)).get(person));
  }

  @Override
  public Map<Addressee, Recipient> recipientsOf(Collection<Addressee> people) {
    Set<String> contacts =
        people.stream().map(person -> person.contact).collect(Collectors.toSet());
    Map<String, List<Phone>> known = phones.ofContacts(contacts);
    Map<Addressee, Recipient> found = new HashMap<>();
    for (Addressee person : people) {
      best(known.getOrDefault(person.contact, Collections.emptyList()), person.orderId)
          .ifPresent(phone -> found.put(person, Recipient.of(KEY, phone.number, person.contact)));
    }
    return found;
  }

  private static Optional<Phone> best(List<Phone> newestFirst, long orderId) {
    Optional<Phone> confirmed =
        newestFirst.stream().filter(phone -> phone.state == Phone.State.CONFIRMED).findFirst();
    return confirmed.isPresent()
        ? confirmed
        : newestFirst.stream()
            .filter(phone -> phone.state.takesMessages())
            .filter(phone -> orderId != 0 && phone.orderId == orderId)
            .findFirst();
  }

  @Override
  public ChannelConnection connect() {
    return send.connection();
  }
}
