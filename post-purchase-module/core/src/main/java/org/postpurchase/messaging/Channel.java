package org.postpurchase.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A way by which messages reach people, such as the shop's mail server. Declaring a bean of this
 * type is all that it takes: the admin offers it for steps, series are checked against its limits,
 * consents and suppressions are kept under its key, and due messages are handed to it.
 *
 * <p>Safe for use by several threads; each of its connections is used by one thread at a time.
 */
public interface Channel {
  /**
   * What rows and settings call it, for ever: a capital, then capitals, digits or _, at most 10.
   */
  String key();

  /** What merchants call it, in their language. */
  String label(Locale locale);

  /** Which parts of a template it carries. */
  ContentKind content();

  default ChannelLimits limits() {
    return ChannelLimits.NONE;
  }

  /**
   * Under which key people allow and refuse advertising by it. Two channels that are one and the
   * same to their readers may share one; at most 10 characters.
   */
  default String consentKey() {
    return key();
  }

  /**
   * Whether whoever gets a message can end further ones by answering it with STOP, so that a text
   * that says so needs no link.
   */
  default boolean stopsByReply() {
    return false;
  }

  /** Where it reaches the person; empty when it cannot, and then the step is skipped. */
  Optional<Recipient> recipientOf(Addressee person);

  /**
   * {@link #recipientOf} for many; people it does not reach are left out. To be overridden where
   * that takes a look at the database. Called within a transaction.
   */
  default Map<Addressee, Recipient> recipientsOf(Collection<Addressee> people) {
    Map<Addressee, Recipient> found = new HashMap<>();
    people.forEach(person -> recipientOf(person).ifPresent(to -> found.put(person, to)));
    return found;
  }

  /**
   * A stored address as it is handed over.
   *
   * @throws org.postpurchase.shared.PostPurchaseException when nothing can be sent there, in words
   *     for a merchant; the message fails with them
   */
  default String handedOver(String address) {
    return address;
  }

  /**
   * Where an address is from, if it tells: the hours of that place hold beside those of the place
   * that the order goes to.
   */
  default Optional<Whereabouts> whereabouts(Recipient to) {
    return Optional.empty();
  }

  /**
   * A new connection; opening may be put off until the first message. Called outside transactions.
   */
  ChannelConnection connect();
}
