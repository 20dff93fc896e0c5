package org.postpurchase.referral;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an order tells about its buyer, as the host has it; texts as they were typed, empty where
 * the host has none. Lives in memory only: what is kept are {@link PersonKeys}.
 */
public final class PersonFacts {
  public final long orderId;
  public final long customerId;
  public final String contact;
  public final Instant placedAt;
  private final Map<KeyKind, String> texts = new EnumMap<>(KeyKind.class);

  public PersonFacts(long orderId, long customerId, String contact, Instant placedAt) {
    this.orderId = orderId;
    this.customerId = customerId;
    this.contact = contact;
    this.placedAt = placedAt;
    texts.put(KeyKind.MAILBOX, MailboxIdentity.of(contact));
  }

  /** Adds where it goes; what is missing is left empty. */
  public PersonFacts at(String lastName, String street, String postcode, String country) {
    String home = HomeForm.of(street, postcode, country);
    texts.put(KeyKind.HOME, home);
    texts.put(KeyKind.NAME_ADDRESS, home.isEmpty() ? "" : HomeForm.name(lastName) + '|' + home);
    return this;
  }

  public PersonFacts phone(String number) {
    StringBuilder typed = new StringBuilder();
    (number == null ? "" : number)
        .codePoints()
        .filter(Character::isDigit)
        .forEach(point -> typed.append(Character.digit(point, 10)));
    String digits = typed.toString().replaceFirst("^0+", "");
    // the last eight tell numbers apart with or without country and leading zero
    texts.put(
        KeyKind.PHONE,
        digits.length() < 6 ? "" : digits.substring(Math.max(0, digits.length() - 8)));
    return this;
  }

  public PersonFacts with(KeyKind kind, String text) {
    texts.put(kind, text == null ? "" : text.trim());
    return this;
  }

  Map<KeyKind, String> texts() {
    return texts;
  }
}
