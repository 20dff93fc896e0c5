package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.EmailAddress;

/** Where a message goes: an address as its channel writes it, and whose it is. Immutable. */
public final class Recipient {
  public final String channel;

  /** At most 320 characters. */
  public final String address;

  /** Key of the person's mailbox, under which everything about the person is found. */
  public final String contact;

  private Recipient(String channel, String address, String contact) {
    this.channel = requireNonNull(channel, "channel");
    this.address = requireNonNull(address, "address");
    this.contact = requireNonNull(contact, "contact");
  }

  public static Recipient of(String channel, String address, String contact) {
    return new Recipient(channel, address, contact);
  }

  /** For a channel that reaches people in their mailbox. */
  public static Recipient mailbox(String channel, EmailAddress address) {
    return new Recipient(channel, address.toString(), address.key());
  }

  /**
   * As read from a row; {@code contact} null in rows of versions that knew mailboxes only, where it
   * follows from the address.
   */
  public static Recipient stored(String channel, String address, String contact) {
    return new Recipient(
        channel, address, contact == null ? EmailAddress.stored(address).key() : contact);
  }

  /** The address. */
  @Override
  public String toString() {
    return address;
  }
}
